"""Who of several machines does what: whole languages, and pages of those that are split.

Parts of a language hold what comes before the theme; the rest is left to the merge, which waits
for all of them. So the dearest languages are split first, and only as many as brings the site
sooner, counting what the merge then has to do.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from scripts.docsite.errors import DocsError

Costs = Mapping[str, Mapping[str, float]]
"""What each language costs, page by page, in the order of the navigation."""
Share = Mapping[str, Sequence[str] | None]
"""What one machine does: languages, and of those that are split their pages."""
Pages = Sequence[tuple[str, str, float]]
"""Pages with their language, and what each costs."""

REST = 0.3
"""How much of what a language costs is left to the merge where it is split: theme and search."""
_AT_ONCE = 4
"""How many languages a merge builds at a time."""
_WORTH = 0.95
"""To how much of the time a plan that splits more must bring it to be better."""
_NEAR = 0.1
"""How far from its best place, as a part of the share, a cut may be to lie between sections."""

_SHARD = re.compile(r"([1-9]\d{0,3})/([1-9]\d{0,3})")


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several parts of a site."""

    number: int
    count: int

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"

    @classmethod
    def parse(cls, text: str) -> Shard:
        """Return the shard that a text like `3/8` names."""
        found = _SHARD.fullmatch(text)
        if found is None or int(found[1]) > int(found[2]):
            hint = "write its number and how many there are, as in --shard 3/8"
            raise DocsError(f"“{text}” is no shard", hint=hint)
        return cls(int(found[1]), int(found[2]))


def plan(costs: Costs, count: int) -> tuple[Share, ...]:
    """Share languages out to `count` machines, so that all take about the same time.

    The same on all machines that have the same costs.
    """
    totals = {code: sum(pages.values()) for code, pages in costs.items()}
    dearest = sorted(totals, key=lambda code: (-totals[code], code))
    best: tuple[Share, ...] = ()
    lowest = inf
    divisible = [code for code in dearest if len(costs[code]) > 1 and totals[code] > 0]
    for number in range(len(divisible) + 1):
        split = divisible[:number]
        shares = _shared_out(costs, [code for code in dearest if code not in split], split, count)
        merge = _merging([totals[code] for code in split])
        if (time := max(load(share, costs) for share in shares) + merge) < lowest * _WORTH:
            best, lowest = shares, time
        if merge >= lowest:
            break
    return best


def load(share: Share, costs: Costs) -> float:
    """Return what all that a machine does costs."""
    return sum(
        sum(costs[code].values())
        if pages is None
        else sum(costs[code][path] for path in pages) * (1 - REST)
        for code, pages in share.items()
    )


def _merging(split: Sequence[float]) -> float:
    """Return what the merge has to do of split languages that cost so much."""
    return REST * max(sum(split) / _AT_ONCE, max(split, default=0.0))


def _shared_out(
    costs: Costs, whole: Sequence[str], split: Sequence[str], count: int
) -> tuple[Share, ...]:
    """Give each of the whole languages to who has least to do, and fill up with pages of others."""
    shares: list[dict[str, tuple[str, ...] | None]] = [{} for _ in range(count)]
    loads = [0.0] * count
    for code in whole:
        least = loads.index(min(loads))
        shares[least][code] = None
        loads[least] += sum(costs[code].values())
    pages = [
        (code, path, cost * (1 - REST)) for code in split for path, cost in costs[code].items()
    ]
    rooms = _rooms(loads, sum(cost for *_, cost in pages))
    emptiest = sorted((number for number in range(count) if rooms[number]), key=loads.__getitem__)
    for number, run in zip(emptiest, _runs(pages, [rooms[n] for n in emptiest]), strict=True):
        for code in dict.fromkeys(code for code, *_ in run):
            paths = tuple(path for of, path, _ in run if of == code)
            shares[number][code] = None if len(paths) == len(costs[code]) else paths
    return tuple(dict(sorted(share.items())) for share in shares)


def _rooms(loads: Sequence[float], more: float) -> list[float]:
    """Return how much of what is to do yet each takes, so that all get as even as they can."""
    ordered = sorted(loads)
    filled = list(accumulate(ordered))
    for number, load_ in enumerate([*ordered[1:], inf]):
        level = (more + filled[number]) / (number + 1)
        if level <= load_:
            break
    return [max(0.0, level - load_) for load_ in loads]


def _runs(pages: Pages, rooms: Sequence[float]) -> Iterator[Pages]:
    """Cut the pages into runs, one for each room, that fill it about."""
    sums = [0.0, *accumulate(cost for *_, cost in pages)]
    start, aim = 0, 0.0
    for number, room in enumerate(rooms, start=1):
        aim += room
        stop = len(pages) if number == len(rooms) else max(start, _cut(pages, sums, aim, room))
        yield pages[start:stop]
        start = stop


def _cut(pages: Pages, sums: Sequence[float], aim: float, room: float) -> int:
    """Return where to cut, so that the pages before cost `aim`: between sections if one is near."""

    def miss(at: int) -> float:
        return abs(sums[at] - aim)

    near = range(bisect_left(sums, aim - room * _NEAR), bisect_right(sums, aim + room * _NEAR))
    borders = [at for at in near if 0 < at < len(pages) and _section(pages, at - 1, at)]
    after = bisect_left(sums, aim, hi=len(pages))
    return min(borders or [max(after - 1, 0), after], key=miss)


def _section(pages: Pages, before: int, after: int) -> bool:
    """Return whether two pages are of different sections of the navigation, or languages."""
    first, second = pages[before], pages[after]
    return (first[0], first[1].rpartition("/")[0]) != (second[0], second[1].rpartition("/")[0])
