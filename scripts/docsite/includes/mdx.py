"""Includes in mdx_include's own syntax: validated here, read by mdx_include itself.

mdx_include joins a path to its `base_path`, the language folder, also for an include inside an
included file; it cuts the slice first and follows only the includes in what is left.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from scripts.docsite.errors import DocsError
from scripts.docsite.includes import files
from scripts.docsite.markdown import Include, include_marks, scan
from scripts.docsite.model import Location

DEPTH = 10
"""How many files may include one another in a row."""

_PART = re.compile(r"^(?P<first>\d{1,9})?(?:\.\d*)?(?P<dash>-(?P<last>\d{1,9})?(?:\.\d*)?)?$")


@dataclass(frozen=True, slots=True)
class Reader:
    """Follows an include and those inside the included files."""

    root: Path
    language_folder: Path
    chain: tuple[str, ...] = field(default=())
    """The files that led here, the page first."""

    def dependencies(self, include: Include, at: Location) -> tuple[str, ...]:
        """Return the files that mdx_include reads for the include, each once, in order.

        Raises `DocsError` where one of them must not or can't be read as it is asked for.
        """
        _check_encoding(include, at)
        path = files.locate(self.root, self.language_folder, include.path, at)
        if path in self.chain:
            raise DocsError(
                f"the include never ends: {' → '.join((*self.chain, path))}",
                at=at,
                hint="remove one of these includes",
            )
        if len(self.chain) > DEPTH:
            raise DocsError(
                f"more than {DEPTH} files include one another: {' → '.join(self.chain)}",
                at=at,
                hint="include the last one from the page itself",
            )
        text = files.read(self.root, path, at)
        shown = _shown(include, path, text, at)
        found = [path]
        if include.recursive:
            inner = Reader(self.root, self.language_folder, (*self.chain, path))
            for nested in _nested(path, text):
                if nested.line in shown:
                    found += inner.dependencies(nested, Location(path, nested.line))
        return tuple(dict.fromkeys(found))


def _nested(path: str, text: str) -> list[Include]:
    if PurePosixPath(path).suffix != ".md":
        return include_marks.bang_includes(text.split("\n"))
    found = scan(text, path).includes
    star = next((include for include in found if include.style == "star"), None)
    if star is not None:
        raise DocsError(
            f"{star.source} stands in a file that is included itself, where it is not expanded",
            at=Location(path, star.line),
            hint=f"write {{! {star.path} !}} inside a fence, or put it into the page",
        )
    return list(found)


def _check_encoding(include: Include, at: Location) -> None:
    try:
        same = not include.encoding or codecs.lookup(include.encoding).name == "utf-8"
    except LookupError:
        same = False
    if not same:
        raise DocsError(
            f"{include.path} is to be read as {include.encoding}",
            at=at,
            hint="save the file in the encoding UTF-8, and remove `| encoding`",
        )


def _shown(include: Include, path: str, text: str, at: Location) -> range | set[int]:
    """Return the numbers of the lines that the slice of an include leaves."""
    count = len(text.removesuffix("\n").split("\n"))
    if not include.options:
        return range(1, count + 1)
    if not include.options.startswith("[ln:"):
        raise DocsError(
            f"the slice {include.options} can't be read",
            at=at,
            hint="write it like [ln:1-9,12]; other options need {* path ln[1:9] *}",
        )
    shown: set[int] = set()
    for part in include.options[len("[ln:") : -1].split(","):
        shown.update(_lines(part, count, path, at))
    return shown


def _lines(part: str, count: int, path: str, at: Location) -> range:
    match = _PART.match(part)
    if match is None or not part:
        raise DocsError(
            f"{part!r} is no line and no range of lines",
            at=at,
            hint="write single lines as [ln:3], ranges as [ln:5-7]",
        )
    first = int(match["first"] or 1)
    last = int(match["last"] or count) if match["dash"] else int(match["first"] or count)
    if first == 0 or last < first:
        raise DocsError(
            f"the range {part} is empty",
            at=at,
            hint="lines are counted from 1, the smaller number stands first",
        )
    if last > count:
        raise DocsError(
            f"the range {part} ends outside the file: {path} has {count} lines",
            at=at,
            hint=f"end it at {count} or before",
        )
    return range(first, last + 1)
