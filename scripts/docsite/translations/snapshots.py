"""Snapshots: the texts that a commit holds, read from git's objects; nothing is checked out.

A commit may be anybody's: of a pull request only plain files are taken, never a symbolic link or
a path that leads out of the folder, and nothing in them is run.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from scripts.docsite.errors import DocsError
from scripts.docsite.includes.files import FOLDERS
from scripts.docsite.translations import git

_PLAIN = ("100644", "100755")
_LARGEST = 1 << 20
"""Bytes above which a file is none that people write: pictures and the like are left out."""


def commit(root: Path, revision: str) -> str:
    """Return the full id of the commit that `revision` names.

    Raises `DocsError` where there is none, with what to do about it.
    """
    arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    done = git.run(root, arguments)
    if done.returncode == 0:
        return done.stdout.decode().strip()
    raise DocsError(f"git knows no commit {revision!r} here", hint=_how_to_get(root, revision))


def branch_point(root: Path, base: str, head: str = "HEAD") -> str:
    """Return the commit at which the history of `head` left that of `base`.

    Where `head` descends from `base`, that is `base` itself. Raises `DocsError` where one of them
    is unknown, and where their histories do not meet.
    """
    ends = [commit(root, base), commit(root, head)]
    done = git.run(root, ["merge-base", *ends])
    if done.returncode == 0:
        return done.stdout.decode().strip()
    message = f"the histories of {base!r} and {head!r} do not meet"
    raise DocsError(message, hint=_how_to_get(root, base))


def _how_to_get(root: Path, revision: str) -> str:
    if git.run(root, ["rev-parse", "--git-dir"]).returncode != 0:
        return "run it in a clone of the repository; a folder without its .git has no history"
    shallow = git.run(root, ["rev-parse", "--is-shallow-repository"]).stdout.strip() == b"true"
    if shallow:
        return "this clone has only the last commits: get the others with `git fetch --unshallow`"
    return f"get it with `git fetch origin {revision}`, or name another: `origin/main`, `HEAD~3`"


@contextmanager
def snapshot(root: Path, id_: str) -> Iterator[Path]:
    """Give a folder with the texts that the commit `id_` has of the project; remove it at the end.

    Only what pages are made from is there: docs/, the files that they include, and data/.
    """
    names = [(blob, path) for mode, blob, size, path in _entries(root, id_) if _is_text(mode, size)]
    contents = _contents(root, [blob for blob, _ in names])
    with tempfile.TemporaryDirectory(prefix="docs-snapshot-") as name:
        folder = Path(name).resolve()
        for (_, path), content in zip(names, contents, strict=True):
            if _stays_inside(path):
                target = folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
        yield folder


def _is_text(mode: str, size: str) -> bool:
    return mode in _PLAIN and int(size) <= _LARGEST


def _stays_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts


def _entries(root: Path, id_: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield mode, blob, size and path of each file of the commit that pages may be made from."""
    done = git.run(root, ["ls-tree", "-r", "-l", "-z", id_, "--", *FOLDERS])
    if done.returncode != 0:
        told = done.stderr.decode(errors="replace").strip()
        raise DocsError(f"git can't list the commit {id_[:12]}: {told}", hint="run `git fsck`")
    for entry in done.stdout.split(b"\0"):
        if entry:
            head, _, path = entry.partition(b"\t")
            mode, kind, blob, size = head.decode().split()
            if kind == "blob":
                yield mode, blob, size, path.decode(errors="replace")


def _contents(root: Path, blobs: Sequence[str]) -> Iterator[bytes]:
    """Yield the contents of the blobs, in their order."""
    found = git.contents(root, blobs)
    for blob in blobs:
        if blob not in found:
            hint = "the clone is not complete: `git fetch --refetch`"
            raise DocsError(f"git can't read the file {blob[:12]}", hint=hint)
        yield found[blob]
