"""The record of highlighted and cut out lines, `data/highlights.yml`.

```yaml
tutorial/path-params.md:
  - docs_src/path_params/tutorial001.py hl 6:7=3fa2b1c09d
```

A page has an entry for each include with ranges, in their order: the file, and behind each option
its ranges, each with the digest of its lines.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts.docsite import yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.includes import files, selection
from scripts.docsite.includes.selection import Range
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.markdown import Document, Include
from scripts.docsite.model import Location, PageKey

FILE = "data/highlights.yml"
HINT = "restore the file, or remove it and run `docs examples update`"

_HEAD = """\
# The lines behind each range of the includes in the English pages, as digests. `docs check`
# compares them with the pages, so that a file that changes can't make a page mark other lines
# unnoticed. `docs examples update` writes this file.
"""
_PART = re.compile(r"^(?P<first>\d{1,9})(?::(?P<last>\d{1,9}))?=(?P<digest>[0-9a-f]{10})$")


@dataclass(frozen=True, slots=True)
class Part:
    """A range of an include, and the digest of the lines that it stands for."""

    option: str
    """`hl` or `ln`."""
    range: Range
    digest: str

    @property
    def name(self) -> str:
        """The range as pages write it: `hl[6:7]`."""
        return f"{self.option}[{self.range}]"


@dataclass(frozen=True, slots=True)
class Shown:
    """What an include shows and marks of a file."""

    path: str
    """The file, from the root."""
    parts: tuple[Part, ...]
    line: int = field(default=1, compare=False)
    """Where the record has it."""

    @property
    def digests(self) -> tuple[tuple[str, str], ...]:
        """What is compared: each option with the lines behind it, wherever they stand."""
        return tuple((part.option, part.digest) for part in self.parts)

    def __str__(self) -> str:
        """Return the entry as it is recorded."""
        words = [self.path]
        for part in self.parts:
            if part.option not in words:
                words.append(part.option)
            words.append(f"{part.range}={part.digest}")
        return " ".join(words)


@dataclass(frozen=True, slots=True)
class Now:
    """An include of a page as it stands, with the lines of its file."""

    include: Include
    shown: Shown
    lines: Sequence[str]

    @property
    def is_inside(self) -> bool:
        """Whether every range ends in the file."""
        return all(part.range.last <= len(self.lines) for part in self.shown.parts)

    def told(self, part: Part) -> str:
        """Return in words how the lines of a range begin, which is inside of the file."""
        first = self.lines[part.range.first - 1].strip()
        return f"{part.name} of {self.shown.path} begins with `{first}`"


Record = Mapping[PageKey, tuple[Shown, ...]]


def load(root: Path) -> Record | None:
    """Return what is recorded; None where the project has no record.

    Raises `DocsError` with the line where the file is no such record.
    """
    if not (root / FILE).is_file():
        return None
    source = yaml_file.load(root, FILE)
    if not isinstance(source.data, dict):
        raise DocsError("it is no mapping of pages", at=Location(FILE), hint=HINT)
    found: dict[PageKey, tuple[Shown, ...]] = {}
    for page, entries in source.data.items():
        if not isinstance(entries, list):
            raise DocsError(f"{page} has no list of includes", at=source.at(page), hint=HINT)
        found[PageKey(str(page))] = tuple(
            _read(str(entry), source.at(page, index)) for index, entry in enumerate(entries)
        )
    return found


def written(record: Record) -> str:
    """Return the text of the file: pages in order, entries as they stand in the page."""
    lines = []
    for page in sorted(record):
        if record[page]:
            lines += [f"{page}:", *(f"  - {shown}" for shown in record[page])]
    return "\n".join([_HEAD.rstrip(), *lines]) + "\n" if lines else f"{_HEAD}{{}}\n"


def of_page(root: Path, document: Document, path: str) -> tuple[tuple[Now, ...], bool]:
    """Return the includes of an English page that name ranges, and whether each include is shown.

    One whose file or options can't be read is left out: the check of includes tells it. Ranges may
    end outside of the file. In either case, what is recorded of the page is not to be replaced.
    """
    found: list[Now] = []
    is_shown = True
    for include in document.includes:
        if include.style == "bang":
            continue
        at = Location(path, include.line)
        try:
            chosen = selection.parse(include.options, at)
            named = files.locate(root, root / DOCS / SOURCE, include.path, at)
            lines = files.read(root, named, at).removesuffix("\n").split("\n")
        except DocsError:
            is_shown = False
            continue
        ranges = [("hl", part) for part in chosen.highlighted]
        ranges += [("ln", part) for part in chosen.shown]
        if ranges:
            parts = (Part(name, part, digest(lines, part)) for name, part in ranges)
            found.append(Now(include, Shown(named, tuple(parts)), lines))
    return tuple(found), is_shown and all(now.is_inside for now in found)


def digest(lines: Sequence[str], part: Range) -> str:
    """Return the digest of the lines of a range: their text without the blanks around it."""
    text = "\n".join(line.strip() for line in lines[part.first - 1 : part.last])
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _read(entry: str, at: Location) -> Shown:
    path, *words = entry.split()
    parts: list[Part] = []
    option = ""
    for word in words:
        if word in ("hl", "ln"):
            option = word
            continue
        match = _PART.match(word)
        if match is None or not option:
            raise DocsError(f"{word!r} is no range with a digest", at=at, hint=HINT)
        first, last = int(match["first"]), int(match["last"] or match["first"])
        parts.append(Part(option, Range(first, last), match["digest"]))
    return Shown(path, tuple(parts), at.line)
