"""`data/names.yml`: what looks like a name of FastAPI, a release or a command, and is none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.docsite import yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location, PageKey
from scripts.docsite.yaml_file import YamlFile

FILE = "data/names.yml"
_KEYS = {"name", "at", "reason"}


@dataclass(frozen=True, slots=True)
class Exemption:
    """A name that means something else, and the pages or sections where it does."""

    name: str
    """As a page has it between its ticks."""
    places: tuple[str, ...]
    """Keys of pages, `tutorial/encoder.md`, or of sections, `tutorial/encoder.md#types`."""
    reason: str
    location: Location


@dataclass(frozen=True, slots=True)
class Exceptions:
    """All exceptions of the project."""

    entries: tuple[Exemption, ...] = ()

    @classmethod
    def of(cls, root: Path) -> Exceptions:
        """Return those that the project at `root` lists; none where it has no list.

        Raises `DocsError` with the line of an entry that is not complete.
        """
        if not (root / FILE).is_file():
            return cls()
        source = yaml_file.load(root, FILE)
        entries = source.data.get("exceptions") if isinstance(source.data, dict) else None
        if not isinstance(entries, list):
            raise DocsError(
                "there is no list `exceptions`",
                at=Location(FILE),
                hint="write `exceptions: []` where there are none",
            )
        return cls(tuple(_entry(source, index, entry) for index, entry in enumerate(entries)))

    def has(self, name: str, page: PageKey, section: str) -> bool:
        """Whether a name means something else in a section of a page."""
        here = (page, f"{page}#{section}")
        return any(e.name == name and not set(here).isdisjoint(e.places) for e in self.entries)


def _entry(source: YamlFile, index: int, entry: Any) -> Exemption:
    at = source.at("exceptions", index)
    given = entry if isinstance(entry, dict) and set(entry) == _KEYS else {}
    places = given.get("at")
    texts = [given.get("name"), given.get("reason"), *(places if isinstance(places, list) else ())]
    if len(texts) < 3 or not all(isinstance(text, str) and text.strip() for text in texts):
        raise DocsError(
            "the exception is not complete",
            at=at,
            hint="give the name, a list `at` of pages or sections, and the reason, each a text",
        )
    return Exemption(given["name"], tuple(given["at"]), given["reason"], at)
