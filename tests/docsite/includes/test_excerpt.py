"""Cutting a text, and finding in one form what was chosen in the other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.docsite.includes.excerpt import Gap, corresponding, corresponding_parts, cut
from scripts.docsite.includes.selection import Range, numbers

lines = st.lists(st.sampled_from(["", "a", "b", "c", "  "]), min_size=1, max_size=12)


@settings(deadline=None)
@given(lines=lines, data=st.data())
def test_shown_lines_are_kept_in_order(lines: list[str], data: st.DataObject) -> None:
    """Every chosen line stands in the excerpt, and whatever holds code besides is a gap."""
    every = range(1, len(lines) + 1)
    shown = data.draw(st.sets(st.sampled_from(every), min_size=1))
    excerpt = cut(lines, shown, shown)
    marked = [excerpt.rows[n - 1] for n in sorted(numbers(excerpt.highlighted))]
    assert marked == [lines[n - 1] for n in sorted(shown)]
    hidden = [lines[n - 1] for n in every if n not in shown]
    assert excerpt.is_partial == any(line.strip() for line in hidden)
    unmarked = [r for n, r in enumerate(excerpt.rows, 1) if n not in numbers(excerpt.highlighted)]
    assert all(row == "" or isinstance(row, Gap) for row in unmarked)


@settings(deadline=None)
@given(lines)
def test_whole_text_has_no_gap(lines: list[str]) -> None:
    """All lines chosen are all lines shown."""
    assert cut(lines, set(range(1, len(lines) + 1)), set()).rows == tuple(lines)


@settings(deadline=None)
@given(here=lines, there=lines, data=st.data())
def test_counterparts_lie_in_the_other_text(
    here: list[str], there: list[str], data: st.DataObject
) -> None:
    """No line is chosen that the other text does not have, and equal texts correspond exactly."""
    chosen = data.draw(st.sets(st.sampled_from(range(1, len(here) + 1))))
    assert corresponding(chosen, here, there) <= set(range(1, len(there) + 1))
    assert corresponding(chosen, here, here) == chosen


def test_replaced_part_corresponds_as_a_whole() -> None:
    """One line of a changed part stands for all lines that replace it."""
    here = ["same", "one", "two", "same as well"]
    there = ["same", "1", "2", "3", "same as well"]
    assert corresponding({3}, here, there) == {2, 3, 4}


def test_removed_line_has_no_counterpart() -> None:
    """What the other form lacks is not highlighted in it."""
    assert corresponding({1, 2}, ["import Annotated", "x"], ["x"]) == {1}


def test_shown_part_stays_in_one_piece() -> None:
    """What the other form adds inside a part is shown with it."""
    here, there = ["a", "b", "c", "d"], ["a", "b", "new", "c", "d"]
    assert corresponding_parts([Range(2, 3)], here, there) == {2, 3, 4}
