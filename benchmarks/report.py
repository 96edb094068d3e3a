"""A page about what was measured, in Markdown, from the results of `benchmarks.build`.

python -m benchmarks.report .cache/benchmark.json > benchmarks/RESULTS.md
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks import goals, results, scaling
from benchmarks.cases import TITLES
from benchmarks.peers import ENGINE, PEERS
from benchmarks.results import Results, TreeResult
from benchmarks.scaling import Line

LARGER = ((100, 150), (12, 10_000), (100, 10_000))
"""Languages and pages of each, as a site may have them one day."""
CASES = ("cold", "nothing", "restored", "untranslated", "added", "deeper")
NONE = "not measured"

NOTES = """\
Every figure is the median of its runs, with the least and the largest in brackets where there are
several: seconds of whole processes, from start to end. Before each run text is added that was never
there before, and after it the built pages are searched for it. **Memory** is that of the largest
process at its largest, and of all processes at one time, where what they share counts once.

* **stock MkDocs** has the project's hooks, theme and plugins without the engine, one language a
  process, as many at a time as there are cores. It begins anew with each build, so only its cold
  build and that of one language are measured.
* **Zensical** runs no hooks. It gets the Markdown that the hooks leave, one project a language, as
  many at a time as there are cores. So others do for it, outside of its figures: includes,
  exchanges, notices and English sections, the titles of sections. It does without redirects,
  `overrides/` with each page's alternates, fonts of our own, and titles with markup (`typeset`).
  Highlighting, search, navigation, mkdocstrings and the other Markdown extensions are its own work.
  After one edited translation only its language is built; an untranslated page is edited in the
  project of every language.
* **engine** is `docs build-all`, which other tests hold to the output of stock MkDocs.
* *Cache restored* is a build without `site/`, from sources that are new to the engine and its
  cache put back by a copy.
* Trees are named languages x pages; half of their pages are translated where the name does not
  say how many. `here` is this site as it is translated, and `here@50%` the same with
  half of what can be translated in words drawn by lot.
"""

LINES = """\
Not measured, but drawn further from the generated trees above: each line is that of least squares
through their medians. For L languages of P pages, builds take `L × (a + b × P)` seconds on such a
machine ({cores} cores), memory is `a + b × P` bytes, and all HTML is `L × P × (a + b × P)` bytes.
The last column says how far the farthest measured tree is from the line; with two trees nothing is
left to check it by.
"""


def report(found: Results) -> str:
    """Return the page."""
    trees = sorted((t for t in found.trees.values() if t.is_here), key=lambda tree: tree.tree)
    generated, alike = (which(found.trees.values()) for which in (scaling.generated, scaling.alike))
    parts = ["# Measurements", NOTES.strip()]
    for tree in (*trees, *generated):
        parts += [f"## {_title(tree)}", _where(tree), _figures(tree), _goals(goals.of_tree(tree))]
    parts += ["## Growth", _goals(goals.of_growth(found)), *_larger(alike)]
    return "\n\n".join(parts) + "\n"


def _title(tree: TreeResult) -> str:
    what = f"Generated, {tree.tree}"
    if tree.is_here:
        _, _, percent = tree.tree.partition("@")
        what = f"This site, {percent} of it translated" if percent else "This site"
    return f"{what}: {tree.languages} languages, {tree.pages} pages each"


def _where(tree: TreeResult) -> str:
    where = tree.where
    versions = ", ".join(f"{name} {release}" for name, release in where["versions"].items())
    memory = f"{where['memory'] / goals.GIB:.0f} GB"
    return (
        f"{where['date']}, commit {where['commit']}, {where['cores']} cores "
        f"({where['processor'] or where['system']}), {memory}; load at the start "
        f"{where['load']:.1f}. {versions}."
    )


def _figures(tree: TreeResult) -> str:
    head = ("", "runs", "seconds", "processor seconds", "largest, MB", "together, MB")
    rows = []
    for key, costs in tree.costs.items():
        name, case = key.split("/")
        memory = [f"{(tree.median(key, what) or 0) / 1e6:.0f}" for what in ("largest", "together")]
        cpu = f"{tree.median(key, 'cpu') or 0:.1f}"
        title = f"{PEERS[name]}: {TITLES[case]}"
        rows.append((title, str(len(costs)), seconds(tree, key), cpu, *memory))
    pages = []
    for name, size in tree.bytes_a_page.items():
        cold = tree.median(f"{name}/cold")
        each = "–" if cold is None else f"{1000 * cold / tree.total:.1f}"
        pages.append((PEERS[name], each, f"{size / 1000:.1f}"))
    return "\n\n".join(
        [table(head, rows), table(("", "cold, milliseconds a page", "HTML, kB a page"), pages)]
    )


def seconds(tree: TreeResult, key: str) -> str:
    """Return the median of a case, with the least and the largest run where there are several."""
    median, spread = tree.median(key), tree.spread(key)
    if median is None or spread is None:
        return NONE
    several = len(tree.costs[key]) > 1
    return f"{median:.2f}" + (f" ({spread[0]:.2f}–{spread[1]:.2f})" if several else "")


def _goals(rows: Iterable[goals.Row]) -> str:
    head = ("goal", "to reach", "measured", "reached")
    return table(head, [(row.name, row.goal, row.measured, row.verdict) for row in rows])


def _larger(trees: Sequence[TreeResult]) -> Iterator[str]:
    """Yield the part about sites that are larger than what was measured."""
    cores = ", ".join(sorted({str(tree.where["cores"]) for tree in trees})) or "no"
    yield "## A hundred languages, ten thousand pages"
    yield LINES.format(cores=cores).strip()
    yield table(
        ("", "a", "b", *(f"{l_} × {p:,}" for l_, p in LARGER), "farthest"),
        [_row(title, drawn, of, told) for title, drawn, of, told in _lines(trees)],
    )


def _lines(
    trees: Sequence[TreeResult],
) -> Iterator[tuple[str, Line | None, Callable[[float, int, int], float], Callable[[float], str]]]:
    """Yield the name of each figure, its line, what it is of languages and pages, and its unit."""
    for case in CASES:
        drawn = scaling.line(trees, scaling.of_a_language(f"{ENGINE}/{case}"))
        yield TITLES[case], drawn, lambda value, languages, _: value * languages, duration
    cpu = scaling.line(trees, scaling.of_a_language(f"{ENGINE}/cold", "cpu"))
    yield "cold, processor", cpu, lambda value, languages, _: value * languages, duration
    for what in ("largest", "together"):
        drawn = scaling.line(trees, scaling.of_a_process(f"{ENGINE}/cold", what))
        yield f"memory, {what}", drawn, lambda value, *_: value, weight
    size = scaling.line(trees, scaling.bytes_a_page)
    yield "HTML", size, lambda value, languages, pages: value * languages * pages, weight


def _row(
    title: str,
    drawn: Line | None,
    of: Callable[[float, int, int], float],
    told: Callable[[float], str],
) -> tuple[str, ...]:
    if drawn is None:
        return (title, "–", "–", *(NONE for _ in LARGER), "–")
    figures = (told(of(drawn.at(pages), languages, pages)) for languages, pages in LARGER)
    error = f"{drawn.error:.0%}" if drawn.is_checked else "two trees"
    return (title, f"{drawn.start:.4g}", f"{drawn.each:.4g}", *figures, error)


def duration(value: float) -> str:
    """Return seconds as people say them."""
    if value < 120:
        return f"{value:.1f} s"
    return f"{value / 60:.0f} min" if value < 7200 else f"{value / 3600:.1f} h"


def weight(value: float) -> str:
    """Return bytes as people say them."""
    return f"{value / 1e6:.0f} MB" if value < 1e9 else f"{value / 1e9:.1f} GB"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown; figures stand to the right."""
    lines = [head, ["---", *("--:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def main() -> int:
    """Print the page of a file of results."""
    if len(sys.argv) != 2:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    sys.stdout.write(report(results.load(Path(sys.argv[1]))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
