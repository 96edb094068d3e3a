"""Git, asked for what it holds: nothing is checked out, and nothing in it is run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts.docsite.errors import DocsError

_OFFLINE = {"GIT_NO_LAZY_FETCH": "1"}
"""A clone that has not all files then does not load them."""


def run(
    root: Path, arguments: Sequence[str], given: bytes = b"", *, offline: bool = False
) -> subprocess.CompletedProcess[bytes]:
    """Return how git ended, and what it printed; raises `DocsError` where there is no git."""
    command = ["git", "-C", str(root), *arguments]
    environment = {**os.environ, **_OFFLINE} if offline else None
    try:
        return subprocess.run(
            command, input=given, capture_output=True, check=False, env=environment
        )
    except OSError as error:
        raise DocsError(f"git can't be run: {error.strerror}", hint="install git") from error


def contents(root: Path, blobs: Sequence[str], *, offline: bool = False) -> Mapping[str, bytes]:
    """Return the files that git has of `blobs`, by their ids, with one call.

    Raises `DocsError` where there is no git.
    """
    given = "".join(f"{blob}\n" for blob in blobs).encode()
    told = run(root, ["cat-file", "--batch"], given, offline=offline).stdout
    found: dict[str, bytes] = {}
    start = 0
    while (end := told.find(b"\n", start)) >= 0:
        head = told[start:end].decode().split()
        start = end + 1
        if len(head) == 3:
            size = int(head[2])
            if head[1] == "blob":
                found[head[0]] = told[start : start + size]
            start += size + 1
    return found
