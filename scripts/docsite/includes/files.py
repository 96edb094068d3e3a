"""Which file an include names, and its text: never one outside the folders made for it."""

from __future__ import annotations

import difflib
import posixpath
from pathlib import Path, PurePosixPath, PureWindowsPath

from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location
from scripts.docsite.tree import read_text

FOLDERS = ("docs_src", "docs", "data")
"""The folders below the root whose files a page may show."""


def locate(root: Path, language_folder: Path, written: str, at: Location) -> str:
    """Return the path from `root` of the file that an include in `language_folder` names.

    Raises `DocsError` where it is no file inside `docs_src/`, `docs/` or `data/`.
    """
    _check_spelling(written, at)
    base = language_folder.relative_to(root).as_posix()
    path = posixpath.normpath(posixpath.join(base, written))
    if not any(PurePosixPath(path).is_relative_to(folder) for folder in FOLDERS):
        raise DocsError(
            f"the file {written} lies outside {_folders()}",
            at=at,
            hint="move it there; paths start from the page's language folder: ../../docs_src/…",
        )
    file = root / path
    try:
        found, exists = file.is_file(), file.exists()
    except OSError:
        found, exists = False, False
    if not found:
        raise _missing(root, path, base, at, exists=exists)
    real, home = file.resolve(), root.resolve()
    if not any(real.is_relative_to(home / folder) for folder in FOLDERS):
        raise DocsError(
            f"the symbolic link {written} leads outside {_folders()}",
            at=at,
            hint="put the file itself there",
        )
    return path


def read(root: Path, path: str, at: Location) -> str:
    """Return the text of the file, every line end made `\\n`.

    Raises `DocsError` where the file is not UTF-8 or holds no text, which `at` includes.
    """
    text = read_text(root, path).replace("\r", "\n")
    if not text.strip():
        raise DocsError(f"the file {path} is empty", at=at, hint="write it, or remove the include")
    return text


def _check_spelling(written: str, at: Location) -> None:
    if "://" in written or written.startswith("//"):
        raise DocsError(
            f"{written} is an address, and nothing is fetched from elsewhere",
            at=at,
            hint=f"save the file in {_folders()} and include it from there",
        )
    windows = PureWindowsPath(written)
    if written.startswith(("/", "~")) or windows.drive or "\\" in written:
        raise DocsError(
            f"{written} is no path relative to the page's language folder",
            at=at,
            hint="start it with ../../docs_src/, and separate folders by /",
        )


def _missing(root: Path, path: str, base: str, at: Location, *, exists: bool) -> DocsError:
    written = posixpath.relpath(path, base)
    if exists:
        return DocsError(f"{written} is a folder", at=at, hint="name a file in it")
    near = _nearest(root, path)
    if near:
        hint = f"did you mean {posixpath.relpath(near, base)}?"
    else:
        hint = f"write {path}, or mend the path: it starts from the page's language folder"
    return DocsError(f"there is no file {written}", at=at, hint=hint)


def _nearest(root: Path, path: str) -> str | None:
    """Return the existing file most like `path`, below the nearest folder that there is."""
    folder = PurePosixPath(path).parent
    while not (root / folder).is_dir():
        folder = folder.parent
    if folder == PurePosixPath("."):
        return None
    start = root / folder
    found = [entry.relative_to(start) for entry in start.rglob("*") if entry.is_file()]
    names = [p.as_posix() for p in found if not any(part[0] in "._" for part in p.parts)]
    wanted = PurePosixPath(path).relative_to(folder).as_posix()
    near = difflib.get_close_matches(wanted, names, 1, cutoff=0.75)
    return (folder / near[0]).as_posix() if near else None


def _folders() -> str:
    return ", ".join(f"{folder}/" for folder in FOLDERS)
