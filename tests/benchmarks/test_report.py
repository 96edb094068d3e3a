"""Results and what is made of them: figures where something was measured, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import build, goals, report, results, scaling
from benchmarks.processes import Cost
from benchmarks.results import Results, TreeResult

WHERE = {
    "date": "2026-01-02",
    "commit": "0123456789ab",
    "cores": 2,
    "processor": "A processor",
    "memory": 8 << 30,
    "load": 0.1,
    "system": "Linux",
    "versions": {"Python": "3.11"},
}


def measured(name: str, languages: int, pages: int, **walls: list[float]) -> TreeResult:
    """Return a tree with runs of cases, `engine_cold` for `engine/cold`."""
    costs = {
        case.replace("_", "/"): [Cost(wall, 2 * wall, 100 << 20, 200 << 20) for wall in found]
        for case, found in walls.items()
    }
    return TreeResult(name, languages, pages, WHERE, costs, {"engine": 50_000.0 + pages})


def test_a_goal_is_told_and_never_asserted() -> None:
    """Reached, missed, or not measured."""
    tree = measured("12x150", 12, 150, stock_cold=[160.0], engine_cold=[50, 30, 40])
    tree.costs["engine/nothing"] = [Cost(0.3, 0.3, 1, 1)]
    rows = {row.name: row for row in goals.of_tree(tree)}
    cold = rows["cold, all languages, against stock MkDocs"]
    assert (cold.measured, cold.verdict) == ("4.0 ×", "yes")
    assert rows["nothing changed"].verdict == "no"
    zensical = rows["cold, all languages, against Zensical"]
    assert (zensical.measured, zensical.verdict) == ("–", "not measured")


@pytest.mark.parametrize(("seconds", "verdict"), [(1300.0, "yes"), (1310.0, "no")])
def test_growth_compares_what_a_page_costs(seconds: float, verdict: str) -> None:
    """Ten times the pages may take thirteen times the seconds."""
    few = measured("12x150", 12, 150, engine_cold=[100.0])
    many = measured("12x1500", 12, 1500, engine_cold=[seconds])
    time, size = goals.of_growth(Results(Path("x"), {"12x150": few, "12x1500": many}))
    assert time.verdict == verdict
    assert (size.measured, size.verdict) == ("1.03 ×", "yes")


def test_a_line_goes_through_what_lies_on_it() -> None:
    """And says how far it is from what does not."""
    figure = scaling.of_a_language("engine/cold")
    trees = [
        measured(f"10x{pages}", 10, pages, engine_cold=[10 * (2 + pages / 100)])
        for pages in (100, 200, 400)
    ]
    drawn = scaling.line(trees, figure)
    assert drawn is not None
    assert (drawn.start, drawn.each) == pytest.approx((2, 0.01))
    assert drawn.error == pytest.approx(0)
    assert drawn.at(10_000) == pytest.approx(102)
    trees[2].costs["engine/cold"] = [Cost(100, 1, 1, 1)]
    bent = scaling.line(trees, figure)
    assert bent is not None and bent.error > 0.1
    assert scaling.line(trees[:1], figure) is None


def test_lines_are_drawn_through_trees_that_are_alike() -> None:
    """Of one share of translated pages; each other tree still has its own figures."""
    names = {"12x600": 600, "here": 155, "here@50%": 155, "12x150@10%": 150, "12x150": 150}
    trees = [measured(name, 12, pages, engine_cold=[1.0]) for name, pages in names.items()]
    assert [tree.tree for tree in scaling.alike(trees)] == ["12x150", "12x600"]
    assert {tree.tree for tree in scaling.generated(trees)} == {*names} - {"here", "here@50%"}


def test_a_report_has_no_figure_that_was_not_measured() -> None:
    """A part of the cases gives a part of the figures, and the rest says so."""
    few = measured("12x150", 12, 150, engine_cold=[12.0, 24.0, 36.0])
    text = report.report(Results(Path("x"), {"12x150": few}))
    assert "| engine: cold, all languages | 3 | 24.00 (12.00–36.00) | 48.0 | 105 | 210 |" in text
    assert (
        "| cold, all languages | – | – | not measured | not measured | not measured | – |" in text
    )
    many = measured("12x600", 12, 600, engine_cold=[72.0])
    text = report.report(Results(Path("x"), {"12x150": few, "12x600": many}))
    # L × (a + b × P) with 2 s and 6 s for one language: a = 2/3, b = 1/112.5.
    assert "| cold, all languages | 0.6667 | 0.008889 | 200 s" not in text
    assert (
        "| cold, all languages | 0.6667 | 0.008889 | 3 min | 18 min | 2.5 h | two trees |" in text
    )
    assert "| nothing changed | – | – | not measured" in text


def test_waits_for_an_edit_have_goals() -> None:
    """Nearly all of them have to be short, and what was not measured says so."""
    found = {"text edit, asked for": [40.0] * 99 + [900.0], "title edit, followed": [510.0] * 20}
    rows = {row.name: row for row in goals.of_live(found)}
    assert rows["text edit, asked for, p95"] == goals.Row(
        "text edit, asked for, p95", "under 100 ms", "40 ms", True
    )
    assert rows["title edit, followed, p95"].verdict == "no"
    assert rows["first request to a language, p95"].verdict == "not measured"
    assert "text edit, asked for, p95" in goals.table([*rows.values()])


def test_results_outlive_the_run(tmp_path: Path) -> None:
    """What was saved is read again, other trees of the file included."""
    path = tmp_path / "below/results.json"
    tree = measured("here", 13, 155, engine_cold=[1.0, 3.0])
    Results(path, {"here": tree, "2x8": measured("2x8", 2, 8)}).save()
    again = results.load(path)
    assert again.trees["here"] == tree
    assert again.trees["here"].spread("engine/cold") == (1.0, 3.0)
    assert [*again.trees] == ["here", "2x8"]
    assert results.load(tmp_path / "none.json").trees == {}


def test_patterns_choose_cases() -> None:
    """All of them by default."""
    assert build.parse([]).wants("engine/cold")
    chosen = build.parse(["--cases", "*/cold", "--cases", "engine/nothing"])
    assert chosen.wants("stock/cold") and chosen.wants("engine/nothing")
    assert not chosen.wants("engine/added")
