"""Ages: since when English says something else than a translation was made from.

States never ask for a date; this does, of what they have found to be stale. It is the date at which
the branch that is checked out got the change, as its first-parent history has it. Where that does
not reach back to the page that was translated, as in a shallow clone, the age is not known.
"""

from __future__ import annotations

import os
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError
from scripts.docsite.translations.digests import prose_digest
from scripts.docsite.translations.sections import sections

_COMMIT = "\x01"
_OFFLINE = {"GIT_NO_LAZY_FETCH": "1"}
"""A clone that has not all files must not load them for this."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A section whose English text has changed, and what was recorded of it."""

    path: str
    """The English page."""
    id: str
    prose: str
    blob: str


@dataclass(frozen=True, slots=True)
class Age:
    """Since when a section is stale, and how often its English page was changed since."""

    since: str
    """The day, `2026-03-01`."""
    commits: int


@dataclass(frozen=True, slots=True)
class _Version:
    """What a commit made of a page."""

    day: str
    blob: str


def ages(root: Path, stale: Iterable[Stale]) -> Mapping[Stale, Age]:
    """Return how old each section is of which the history tells it: two calls of git for all."""
    wanted = sorted(set(stale), key=lambda section: (section.path, section.id, section.blob))
    if not wanted:
        return {}
    versions = _versions(root, sorted({section.path for section in wanted}))
    newer = {section: _newer(versions[section.path], section.blob) for section in wanted}
    blobs = {version.blob for found in newer.values() for version in found}
    pages = {blob: _digests(text) for blob, text in _texts(root, sorted(blobs)).items()}
    known: dict[Stale, Age] = {}
    for section, found in newer.items():
        count = 0
        while count < len(found) and _differs(pages.get(found[count].blob), section):
            count += 1
        if count:
            known[section] = Age(found[count - 1].day, count)
    return known


def _newer(versions: Sequence[_Version], blob: str) -> Sequence[_Version]:
    """Return the versions since the one that was translated; none where that is not there."""
    last = next((n for n, version in enumerate(versions) if version.blob.startswith(blob)), 0)
    return versions[:last]


def _differs(page: Mapping[str, str] | None, section: Stale) -> bool:
    return page is not None and page.get(section.id) != section.prose


def _versions(root: Path, paths: Sequence[str]) -> Mapping[str, Sequence[_Version]]:
    """Return the versions of each page on the branch that is checked out, the newest first."""
    form = ("--raw", "--no-abbrev", "--no-renames", "--relative", "-z", "--format=%x01%cs")
    done = _git(root, ["--literal-pathspecs", "log", "--first-parent", "-m", *form, "--", *paths])
    found: dict[str, list[_Version]] = defaultdict(list)
    day = blob = ""
    for told in done.decode("utf-8", "replace").split("\0"):
        part = told.strip("\n")
        if part.startswith(_COMMIT):
            day = part.removeprefix(_COMMIT)
        elif part.startswith(":"):
            blob = part.split(" ")[3]
        elif part:
            found[part].append(_Version(day, blob))
    return found


def _texts(root: Path, blobs: Sequence[str]) -> Mapping[str, str]:
    """Return the files that git has."""
    told = _git(root, ["cat-file", "--batch"], "".join(f"{blob}\n" for blob in blobs).encode())
    found: dict[str, str] = {}
    start = 0
    while start < len(told):
        end = told.index(b"\n", start)
        head = told[start:end].decode().split()
        start = end + 1
        if len(head) == 3 and head[1] == "blob":
            found[head[0]] = told[start : start + int(head[2])].decode("utf-8", "replace")
            start += int(head[2]) + 1
    return found


def _digests(text: str) -> Mapping[str, str] | None:
    try:
        return {section.id: prose_digest(section) for section in sections(markdown.scan(text))}
    except DocsError:
        return None


def _git(root: Path, arguments: Sequence[str], given: bytes = b"") -> bytes:
    """Return what git prints; nothing where it can't, or there is no repository."""
    command = ["git", "-C", str(root), *arguments]
    environment = {**os.environ, **_OFFLINE}
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, check=False, env=environment
        )
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
