"""What trees larger than any that was measured would cost: the measured lines, drawn further."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.results import TreeResult

Figure = Callable[[TreeResult], float | None]


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of one language that grows with its pages: `start + each x pages`."""

    start: float
    each: float
    points: tuple[tuple[int, float], ...]
    """What it was drawn through: pages, and the measured figure."""

    def at(self, pages: float) -> float:
        """Return the figure for so many pages."""
        return self.start + self.each * pages

    @property
    def error(self) -> float:
        """How far the farthest measured figure is from the line, as a part of the figure."""
        return max(abs(self.at(pages) - figure) / figure for pages, figure in self.points)

    @property
    def is_checked(self) -> bool:
        """Whether there are more figures than the two that any line goes through."""
        return len(self.points) > 2


def line(found: Iterable[TreeResult], figure: Figure) -> Line | None:
    """Return the line of least squares through the figures of trees; None for fewer than two."""
    every = ((tree.pages, figure(tree)) for tree in found)
    points = tuple(sorted((pages, value) for pages, value in every if value))
    if len({pages for pages, _ in points}) < 2:
        return None
    middle = sum(pages for pages, _ in points) / len(points)
    mean = sum(value for _, value in points) / len(points)
    above = sum((pages - middle) * (value - mean) for pages, value in points)
    each = above / sum((pages - middle) ** 2 for pages, _ in points)
    return Line(mean - each * middle, each, points)


def of_a_language(case: str, what: str = "wall") -> Figure:
    """Return the figure of a case that grows with languages, for one of them."""

    def figure(tree: TreeResult) -> float | None:
        median = tree.median(case, what)
        return None if median is None else median / tree.languages

    return figure


def of_a_process(case: str, what: str) -> Figure:
    """Return the figure of a case that has nothing to do with the number of languages."""
    return lambda tree: tree.median(case, what)


def bytes_a_page(tree: TreeResult) -> float | None:
    """Return the size of the engine's pages, which hold the navigation."""
    return tree.bytes_a_page.get("engine")


def generated(found: Iterable[TreeResult]) -> Sequence[TreeResult]:
    """Return the generated trees, smallest first."""
    return sorted((tree for tree in found if not tree.is_here), key=lambda tree: tree.total)


def alike(found: Iterable[TreeResult]) -> Sequence[TreeResult]:
    """Return the generated trees that differ in nothing but their size, smallest first."""
    return [tree for tree in generated(found) if "@" not in tree.tree]
