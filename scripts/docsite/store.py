"""Folders under `.cache` that are made once, whole or not at all, whoever asks first."""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


def made_once(target: Path, make: Callable[[Path], None]) -> Path:
    """Return the folder `target`; where it is missing, `make` fills it first.

    `make` gets an empty folder beside it, which takes the name only when it is complete. Of
    several processes that ask at the same time one makes it and the others wait.
    """
    if not target.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target.parent / "lock"):
            if not target.is_dir():
                _make(target, make)
    return target


def _make(target: Path, make: Callable[[Path], None]) -> None:
    for abandoned in target.parent.glob("new-*"):  # by a process that was killed: we hold the lock
        shutil.rmtree(abandoned)
    fresh = Path(tempfile.mkdtemp(prefix="new-", dir=target.parent))
    try:
        make(fresh)
        fresh.rename(target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
