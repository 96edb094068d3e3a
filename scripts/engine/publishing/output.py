"""Building aside and swapping in whole: `site/` is always one complete build.

A build writes into a folder of its own below `.cache/builds/`. Only when all of it is there does
it take the place of `site/`, in one atomic step where the system has one (Linux:
`renameat2(2)` with `RENAME_EXCHANGE`). Killed at any moment, the previous site stays whole.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from scripts.docsite.errors import DocsError

try:
    import fcntl
except ImportError:  # pragma: no cover - not on Windows
    fcntl = None  # type: ignore[assignment]

BUILDS = ".cache/builds"
STALE_AFTER = 24 * 60 * 60
"""Seconds after which the folder of a build that never ended is removed."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def staging(root: Path) -> Iterator[Path]:
    """Give a new folder to build into, on the same file system as `site/`; remove it at the end."""
    builds = root / BUILDS
    with told_when_full():
        builds.mkdir(parents=True, exist_ok=True)
        remove_stale(root)
        folder = Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=builds))
        folder.chmod(0o755)
    owner = os.getpid()
    try:
        yield folder
    finally:
        if os.getpid() == owner:  # not in a process forked while the build was under way
            shutil.rmtree(folder, ignore_errors=True)


def publish(root: Path, built: Path, site: Path, *, keep: Iterable[str] = ()) -> None:
    """Put the finished folder `built` in the place of `site`, keeping some of what is there.

    `keep` names folders directly below `site` that this build did not make: they are carried
    over as hard links. Builds that end at the same time publish one after the other.
    """
    with told_when_full(), _lock(root):
        for name in keep:
            old = site / name
            if old.is_dir() and not (built / name).exists():
                link_tree(old, built / name)
        if not site.exists():
            built.rename(site)
            return
        if not _exchange(built, site):
            _swap_in_steps(built, site)


def move(built: Path, target: Path) -> None:
    """Put the finished folder `built` at `target`, where nothing or an empty folder is.

    On another file system it is copied beside its place first.
    """
    try:
        built.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            shutil.copytree(built, beside, dirs_exist_ok=True)
            beside.rename(target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def publish_folder(root: Path, built: Path, folder: Path) -> bool:
    """Put a finished folder in the place of one folder of the site, if that can be done at once."""
    with told_when_full(), _lock(root):
        return folder.is_dir() and _exchange(built, folder)


def can_swap(folder: Path) -> bool:
    """Return whether two folders in `folder` can be swapped in one step."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        first, second = Path(name, "first"), Path(name, "second")
        first.mkdir()
        second.mkdir()
        return _exchange(first, second)


def link_tree(source: Path, target: Path) -> None:
    """Put a file, or a folder with all that is in it, at `target` as hard links."""
    if source.is_dir():
        shutil.copytree(source, target, copy_function=_link)
    else:
        _link(str(source), str(target))


@contextmanager
def told_when_full() -> Iterator[None]:
    """Turn an error of the file system that the user must know of into a `DocsError`."""
    try:
        yield
    except OSError as error:
        reasons = {
            errno.ENOSPC: "the disk is full",
            errno.EDQUOT: "the disk quota is used up",
            errno.EFBIG: "a file would be larger than the system allows",
            errno.EROFS: "the file system is read-only",
            errno.EACCES: "writing there is not permitted",
        }
        if error.errno not in reasons:
            raise
        raise DocsError(
            f"the site can't be written: {reasons[error.errno]} ({error.filename})",
            hint="the previous site is unchanged; make room or mend the rights, then try again",
        ) from error


@contextmanager
def _lock(root: Path) -> Iterator[None]:
    path = root / BUILDS / "publish.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders atomically; return whether the system can."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # pragma: no cover - not Linux
        return False
    done = rename(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE)
    return bool(done == 0)


def _swap_in_steps(built: Path, site: Path) -> None:
    """Swap with two renames, putting the old site back should the second one fail."""
    aside = Path(tempfile.mkdtemp(prefix="old-", dir=built.parent)) / "site"
    site.rename(aside)
    try:
        built.rename(site)
    except BaseException:
        aside.rename(site)
        raise
    shutil.rmtree(aside.parent, ignore_errors=True)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def remove_stale(root: Path) -> None:
    """Remove what builds of the project at `root` left that never ended."""
    builds = root / BUILDS
    for folder in builds.iterdir() if builds.is_dir() else ():
        with suppress(OSError):
            old = time.time() - folder.stat().st_mtime > STALE_AFTER
            if folder.is_dir() and (old or not _alive(folder.name)):
                shutil.rmtree(folder, ignore_errors=True)


def _alive(name: str) -> bool:
    """Return whether the process that a build folder is named after still runs."""
    pid = name.split("-", 1)[0]
    if not pid.isdigit():
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
