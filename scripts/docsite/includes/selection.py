"""Layer one: what an include's options say, `ln[1:9,12] hl[3,5:7] title["main.py"]`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location

_OPTION = re.compile(r'\s*(?P<name>\w+)\[(?P<value>"[^"]*"|[^\]"]*)\](?=\s|$)')
_RANGE = re.compile(r"^(?P<first>\d{1,9})(?::(?P<last>\d{1,9}))?$")
_TITLE = re.compile(r'^"(?P<text>[^"`\n]+)"$')
_NAMES = ("ln", "hl", "title")


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Lines of a file, from 1, both ends included."""

    first: int
    last: int

    def __str__(self) -> str:
        """Return the range as it is written in an option: `3` or `5:7`."""
        return str(self.first) if self.first == self.last else f"{self.first}:{self.last}"

    @property
    def lines(self) -> range:
        """The numbers of the lines."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Selection:
    """What to show of a file and how: ranges as written, no `ln` for the whole file."""

    shown: tuple[Range, ...] = ()
    highlighted: tuple[Range, ...] = ()
    title: str = ""


def parse(options: str, at: Location) -> Selection:
    """Return what an include's options say; raises `DocsError` where they can't be read."""
    values: dict[str, str] = {}
    position, end = 0, len(options.rstrip())
    while position < end:
        match = _OPTION.match(options, position)
        if match is None:
            raise DocsError(
                f"the options can't be read from {options[position:].strip()!r} on",
                at=at,
                hint='write them like ln[1:9,12] hl[3] title["main.py"]',
            )
        _check_name(match["name"], values, at)
        values[match["name"]] = match["value"]
        position = match.end()
    return Selection(
        shown=_ranges("ln", values["ln"], at) if "ln" in values else (),
        highlighted=_ranges("hl", values["hl"], at) if "hl" in values else (),
        title=_title(values["title"], at) if "title" in values else "",
    )


def with_ranges(options: str, changed: Mapping[str, Iterable[Range]]) -> str:
    """Return an include's options with other ranges behind `ln` or `hl`; all else as written."""

    def written(match: re.Match[str]) -> str:
        if match["name"] not in changed:
            return match[0]
        value = ",".join(map(str, changed[match["name"]]))
        return match[0].replace(f"[{match['value']}]", f"[{value}]")

    return _OPTION.sub(written, options)


def numbers(ranges: Iterable[Range]) -> set[int]:
    """Return the numbers of all lines in the ranges."""
    return {number for found in ranges for number in found.lines}


def ranges(lines: Iterable[int]) -> tuple[Range, ...]:
    """Return the numbers of lines as ranges: in order, none overlapping or touching another."""
    found: list[Range] = []
    for number in sorted(set(lines)):
        if found and found[-1].last == number - 1:
            found[-1] = Range(found[-1].first, number)
        else:
            found.append(Range(number, number))
    return tuple(found)


def _check_name(name: str, values: dict[str, str], at: Location) -> None:
    if name not in _NAMES:
        near = difflib.get_close_matches(name.lower(), _NAMES, 1, cutoff=0.5)
        raise DocsError(
            f"there is no option {name!r}",
            at=at,
            hint=f"did you mean {near[0]}[…]?" if near else f"known are {', '.join(_NAMES)}",
        )
    if name in values:
        raise DocsError(
            f"the option {name}[…] stands here twice", at=at, hint="put all into one: hl[3,5:7]"
        )


def _ranges(name: str, value: str, at: Location) -> tuple[Range, ...]:
    if not value.strip():
        raise DocsError(
            f"{name}[] names no line", at=at, hint=f"write {name}[3] or {name}[5:7], or remove it"
        )
    return tuple(_range(name, part.strip(), at) for part in value.split(","))


def _range(name: str, part: str, at: Location) -> Range:
    match = _RANGE.match(part)
    if match is None:
        raise DocsError(
            f"{part!r} in {name}[…] is no line and no range of lines",
            at=at,
            hint=f"write single lines as {name}[3], ranges as {name}[5:7]",
        )
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if first == 0:
        raise DocsError(f"{name}[{part}] starts at line 0", at=at, hint="lines are counted from 1")
    if last < first:
        raise DocsError(
            f"the range {name}[{part}] is empty: it ends before it starts",
            at=at,
            hint=f"write {name}[{last}:{first}]",
        )
    return Range(first, last)


def _title(value: str, at: Location) -> str:
    match = _TITLE.match(value)
    if match is None:
        raise DocsError(
            f"the title {value} can't be used",
            at=at,
            hint='write it in double quotes and without backticks: title["main.py"]',
        )
    return match["text"]
