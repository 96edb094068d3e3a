"""The goals of the engine, beside what was measured: told, never asserted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.results import Results, TreeResult

GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class Row:
    """A goal with its measured figure."""

    name: str
    goal: str
    measured: str
    reached: bool | None
    """None where it was not measured."""

    @property
    def verdict(self) -> str:
        """The word for a table."""
        return {True: "yes", False: "no", None: "not measured"}[self.reached]


def _latency(case: str, name: str, goal: float) -> Callable[[TreeResult], Row]:
    def row(found: TreeResult) -> Row:
        seconds = found.median(f"engine/{case}")
        told = "–" if seconds is None else f"{seconds:.2f} s"
        reached = None if seconds is None else seconds < goal
        return Row(name, f"under {goal:g} s", told, reached)

    return row


def _ratio(peer: str, case: str, name: str, goal: float) -> Callable[[TreeResult], Row]:
    def row(found: TreeResult) -> Row:
        theirs, ours = found.median(f"{peer}/cold"), found.median(f"engine/{case}")
        if theirs is None or ours is None:
            return Row(name, f"{goal:g} ×", "–", None)
        return Row(name, f"{goal:g} ×", f"{theirs / ours:.1f} ×", theirs / ours >= goal)

    return row


GOALS = (
    _ratio("stock", "cold", "cold, all languages, against stock MkDocs", 4),
    _ratio("zensical", "cold", "cold, all languages, against Zensical", 3),
    _latency("nothing", "nothing changed", 0.2),
    _ratio("stock", "restored", "cache restored, no site, against cold stock MkDocs", 20),
    _latency("translated", "one translated page edited", 1.5),
    _latency("untranslated", "an untranslated English page edited", 3),
    _latency("added", "a page added to the navigation", 8),
    _latency("deeper", "a page added to a section of it", 8),
)


def of_tree(found: TreeResult) -> list[Row]:
    """Return the goals that one tree shows."""
    rows = [goal(found) for goal in GOALS]
    if found.tree == "12x600":
        together = found.median("engine/cold", "together")
        told = "–" if together is None else f"{together / GIB:.2f} GB"
        reached = None if together is None else together < GIB
        rows.append(Row("memory of all processes", "under 1 GB", told, reached))
    return rows


LIVE = (
    ("text edit, asked for", 100),
    ("text edit, followed", 100),
    ("title edit, asked for", 500),
    ("title edit, followed", 500),
    ("first request to a language", 3000),
)
"""What a writer waits for, and how many milliseconds 95 of 100 times may take."""


def of_live(found: Mapping[str, Sequence[float]]) -> list[Row]:
    """Return the goals of live preview, from the milliseconds of each case."""
    rows = []
    for case, goal in LIVE:
        times = found.get(case)
        nearly_all = p95(times) if times else None
        told = "–" if nearly_all is None else f"{nearly_all:.0f} ms"
        reached = None if nearly_all is None else nearly_all < goal
        rows.append(Row(f"{case}, p95", f"under {goal} ms", told, reached))
    return rows


def p95(values: Sequence[float]) -> float:
    """Return the time that 95 of 100 stay below."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def table(rows: Iterable[Row]) -> str:
    """Return goals and figures as text."""
    lines = [f"{'goal':54} {'to reach':>14} {'measured':>10}  reached"]
    lines += [f"{r.name:54} {r.goal:>14} {r.measured:>10}  {r.verdict}" for r in rows]
    return "\n".join(lines)


def of_growth(results: Results, small: str = "12x150", large: str = "12x1500") -> list[Row]:
    """Return the goals that compare a small and a large tree: what a page costs in both."""
    few, many = results.trees.get(small), results.trees.get(large)
    rows = []
    for name, figure in (("time", _seconds_a_page), ("bytes", _bytes_a_page)):
        before, after = (figure(tree) if tree else None for tree in (few, many))
        title = f"{name} a page, {large} against {small}"
        if before is None or after is None:
            rows.append(Row(title, "at most 1.3 ×", "–", None))
        else:
            factor = after / before
            rows.append(Row(title, "at most 1.3 ×", f"{factor:.2f} ×", factor <= 1.3))
    return rows


def _seconds_a_page(found: TreeResult) -> float | None:
    seconds = found.median("engine/cold")
    return None if seconds is None else seconds / found.total


def _bytes_a_page(found: TreeResult) -> float | None:
    return found.bytes_a_page.get("engine")
