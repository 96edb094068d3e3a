"""Writing files of the project: each whole, and all of them or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location


def write_all(root: Path, files: Mapping[str, bytes | None]) -> None:
    """Write the files, paths from `root`; where one can't be written, all stay as they were.

    None removes a file. The others are written beside their places first, so that a full disk or
    a killed process leaves the old ones. Raises `DocsError` with the file that can't be written.
    """
    fresh: dict[Path, Path] = {}
    replaced: dict[Path, bytes | None] = {}
    folders: list[Path] = []
    at = Location("")
    try:
        for path, content in files.items():
            target, at = root / path, Location(path)
            if content is None:
                continue
            folders += _made(target.parent)
            fresh[target] = _beside(target, content)
        for target, temporary in fresh.items():
            at = Location(target.relative_to(root).as_posix())
            before = target.read_bytes() if target.is_file() else None
            temporary.replace(target)
            replaced[target] = before
        for target in [root / path for path, content in files.items() if content is None]:
            at = Location(target.relative_to(root).as_posix())
            replaced[target] = target.read_bytes()
            target.unlink()
    except OSError as error:
        _undo(replaced, folders, fresh)
        hint = "nothing was changed; mend the cause and run it again"
        raise DocsError(f"it can't be written: {error.strerror}", at=at, hint=hint) from error
    except BaseException:
        _undo(replaced, folders, fresh)
        raise


def _made(folder: Path) -> list[Path]:
    """Make the folder and those around it; return the ones that were not there, outer first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()][::-1]
    for path in missing:
        path.mkdir()
    return missing


def _beside(target: Path, content: bytes) -> Path:
    """Return a new file with the content and the target's permissions, in the target's folder."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(target.stat().st_mode if target.exists() else 0o644)
    except BaseException:
        Path(name).unlink()
        raise
    return Path(name)


def _undo(
    replaced: Mapping[Path, bytes | None], folders: list[Path], fresh: Mapping[Path, Path]
) -> None:
    for target, before in replaced.items():
        if before is not None:
            target.write_bytes(before)
        else:
            target.unlink(missing_ok=True)
    for temporary in fresh.values():
        temporary.unlink(missing_ok=True)
    for folder in reversed(folders):
        folder.rmdir()
