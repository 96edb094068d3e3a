"""Ages: since when English says something else than a translation was made from.

States never ask for a date; this does, of what they have found to be stale. It is the date at which
the branch that is checked out got the change, as its first-parent history has it. Where that does
not reach back to the page that was translated, as in a shallow clone, the age is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError
from scripts.docsite.translations import git
from scripts.docsite.translations.digests import prose_digest
from scripts.docsite.translations.sections import sections

_COMMIT = "\x01"


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
    try:
        versions = _versions(root, sorted({section.path for section in wanted}))
    except DocsError:  # without git, nothing is known of any history
        return {}
    newer = {section: _newer(versions[section.path], section.blob) for section in wanted}
    blobs = {version.blob for found in newer.values() for version in found}
    texts = git.contents(root, sorted(blobs), offline=True)
    pages = {blob: _digests(text.decode("utf-8", "replace")) for blob, text in texts.items()}
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
    call = ["--literal-pathspecs", "log", "--first-parent", "-m", *form, "--", *paths]
    done = git.run(root, call, offline=True)
    found: dict[str, list[_Version]] = defaultdict(list)
    day = blob = ""
    log = done.stdout if done.returncode == 0 else b""
    for told in log.decode("utf-8", "replace").split("\0"):
        part = told.strip("\n")
        if part.startswith(_COMMIT):
            day = part.removeprefix(_COMMIT)
        elif part.startswith(":"):
            blob = part.split(" ")[3]
        elif part:
            found[part].append(_Version(day, blob))
    return found


def _digests(text: str) -> Mapping[str, str] | None:
    try:
        return {section.id: prose_digest(section) for section in sections(markdown.scan(text))}
    except DocsError:
        return None
