"""What an include's options say."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.docsite.errors import DocsError
from scripts.docsite.includes.selection import Range, Selection, numbers, parse, ranges
from scripts.docsite.model import Location

AT = Location("docs/en/page.md", 3)

some_ranges = st.lists(
    st.tuples(st.integers(1, 40), st.integers(0, 5)).map(lambda p: Range(p[0], p[0] + p[1])),
    min_size=1,
    max_size=5,
)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", Selection()),
        ("  ", Selection()),
        ("hl[3]", Selection(highlighted=(Range(3, 3),))),
        ("hl[ 5:7 , 3 ]", Selection(highlighted=(Range(5, 7), Range(3, 3)))),
        ("ln[2:2]", Selection(shown=(Range(2, 2),))),
        ('title["a b[1].py"]', Selection(title="a b[1].py")),
        (
            'title["main.py"] ln[1:9,12]  hl[3]',
            Selection((Range(1, 9), Range(12, 12)), (Range(3, 3),), "main.py"),
        ),
    ],
)
def test_options_in_any_order(options: str, expected: Selection) -> None:
    """Ranges are kept as written, for messages."""
    assert parse(options, AT) == expected


@settings(deadline=None)
@given(shown=some_ranges, highlighted=some_ranges)
def test_what_is_written_is_read(shown: list[Range], highlighted: list[Range]) -> None:
    """A selection can be written and read again."""
    options = f"ln[{','.join(map(str, shown))}] hl[{', '.join(map(str, highlighted))}]"
    assert parse(options, AT) == Selection(tuple(shown), tuple(highlighted))


@settings(deadline=None)
@given(st.text(st.sampled_from('lnhtie[]":,0129 x`'), max_size=20))
def test_anything_else_is_refused(options: str) -> None:
    """There is no input that is neither read nor refused with its place."""
    try:
        parse(options, AT)
    except DocsError as error:
        assert error.location == AT
        assert error.hint


@settings(deadline=None)
@given(some_ranges)
def test_ranges_are_normalised(written: list[Range]) -> None:
    """Overlapping, touching and unordered ranges become distinct ones in order."""
    found = ranges(numbers(written))
    assert numbers(found) == {n for r in written for n in range(r.first, r.last + 1)}
    assert all(a.last + 1 < b.first for a, b in itertools.pairwise(found))
