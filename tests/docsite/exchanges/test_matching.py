"""Shown against real: strict where something is shown, open where `...` or a mask stands."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import json_pattern, masks, matching
from scripts.docsite.model import Location

MASKED = [
    ("uuid", "123e4567-e89b-12d3-a456-426614174000", "123e4567"),
    ("datetime", "2026-02-28T09:05:01.123456+00:00", "2026-02-28"),
    ("datetime", "2026-02-28 09:05", "2026-13-28 09:05"),
    ("datetime", "Sat, 28 Feb 2026 09:05:01 GMT", "Sat, 28 Feb 2026"),
    ("date", "2026-02-28", "28.02.2026"),
    ("time", "23:59:59Z", "24:00:00"),
    ("token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtaXJhIn0.c2lnbmF0dXJl", "short"),
    ("float", "0.25", "0,25"),
    ("int", "-12", "1.5"),
    ("path", "/tmp/x-1/main.py", "two words"),
    ("address", "0x7f3a", "7f3a"),
]

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


def told(shown: str, real: Any) -> list[str]:
    """Return the differences between a shown text and a real value."""
    pattern = json_pattern.parse(shown, Location("page.md"))
    return [str(difference) for difference in matching.differences(pattern, real)]


@pytest.mark.parametrize(
    ("shown", "real"),
    [
        ('{"a": 1, "b": [true, null, 1.5, "x"]}', {"b": [True, None, 1.5, "x"], "a": 1}),
        ('{"a": 1, ...}', {"a": 1, "b": 2}),
        ('{"a": 1, ...}', {"a": 1}),
        ("{...}", {"a": 1}),
        ('{..., "a": 1}', {"b": 0, "a": 1}),
        ("[1, ...]", [1, 2, 3]),
        ("[..., 3]", [1, 2, 3]),
        ("[1, ..., 3]", [1, 2, 2, 3]),
        ("[1, ..., 3]", [1, 3]),
        ("[...]", []),
        ('{"a": ...}', {"a": {"b": 1}}),
        ("...", [1]),
        ('{"id": "<int>", "km": "<float>", "n": "<float>"}', {"id": 3, "km": -1.5e-7, "n": 2}),
        ('{"id": "<int>"}', {"id": "3"}),
        ('"at <date> by <uuid>."', "at 2026-02-28 by 0f0e0d0c-0b0a-4908-8706-050403020100."),
        ('"\\u00fc\\n"', "ü\n"),
        ("-0.5e2", -50.0),
    ],
)
def test_what_fits_has_no_difference(shown: str, real: Any) -> None:
    """Keys in any order, `...` for what is left out, masks for what differs each time."""
    assert told(shown, real) == []


@pytest.mark.parametrize(
    ("shown", "real", "differences"),
    [
        ('{"a": "Hut"}', {"a": "Hud"}, ['a: shown is "Hut", real is "Hud"']),
        ('{"a": 1}', {"a": 1.0}, ["a: shown is 1, real is 1.0"]),
        ('{"a": 1}', {"a": True}, ["a: shown is 1, real is true"]),
        ('{"a": "1"}', {"a": 1}, ['a: shown is "1", real is 1']),
        ('{"a": 1}', {"a": 1, "b": 2}, ["b: it is there, but is not shown: 2"]),
        ('{"a": 1, "b": 2}', {"a": 1}, ["b: it is shown, but is not there"]),
        (
            '{"a": {"b": [1, {"c": 2}]}}',
            {"a": {"b": [1, {"c": 3}]}},
            ["a.b[1].c: shown is 2, real is 3"],
        ),
        ("[1, 2]", [1], ["the body: shown are 2 elements, real are 1"]),
        ("[1]", [1, 2], ["the body: shown are 1 elements, real are 2"]),
        ("[1, ..., 3]", [1], ["the body: shown are 2 elements, real are 1"]),
        ("[1, ..., 3]", [1, 3, 4], ["[2]: shown is 3, real is 4"]),
        ("{...}", [], ["the body: shown is an object, real is []"]),
        ("[...]", {}, ["the body: shown is an array, real is {}"]),
        ('{"a": ...}', {}, ["a: it is shown, but is not there"]),
        ('"<int>"', "x", ['the body: shown is "<int>", real is "x"']),
        ('"<int>"', True, ['the body: shown is "<int>", real is true']),
        ('"<int>"', 1.5, ['the body: shown is "<int>", real is 1.5']),
        ('"<uuid>"', 3, ['the body: shown is "<uuid>", real is 3']),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(
    shown: str, real: Any, differences: list[str]
) -> None:
    """One character, one type, one key more or less is a difference."""
    assert told(shown, real) == differences


def test_long_values_are_shortened_in_messages() -> None:
    """A message stays readable where the real value is long."""
    (difference,) = told("1", ["x" * 100])
    assert len(difference) < 100 and difference.endswith("…")


@given(VALUES)
def test_json_fits_itself_and_parses_to_itself(value: Any) -> None:
    """Whatever JSON can say is a pattern of itself."""
    assert told(json.dumps(value), value) == []
    assert told(json.dumps(value, indent=2, ensure_ascii=False), value) == []


@given(VALUES, VALUES)
def test_only_the_same_json_fits(shown: Any, real: Any) -> None:
    """Without `...` and masks, a value fits only where its JSON text, keys sorted, is the same."""
    same = json.dumps(shown, sort_keys=True) == json.dumps(real, sort_keys=True)
    assert (told(json.dumps(shown), real) == []) is same


@pytest.mark.parametrize(("mask", "fits", "fails"), MASKED)
def test_a_mask_stands_for_its_kind_alone(mask: str, fits: str, fails: str) -> None:
    """Each mask takes a value of its kind, inside other text too, and nothing else."""
    assert masks.matches(f"<{mask}>", fits)
    assert masks.matches(f"a <{mask}>, b", f"a {fits}, b")
    assert not masks.matches(f"<{mask}>", fails)
    assert not masks.matches(f"a <{mask}>", f"b {fits}")


def test_every_mask_is_tested() -> None:
    """The list above holds each mask that writers can use."""
    tested = {mask for mask, _, _ in MASKED}
    assert tested == set(masks.MASKS)


def test_what_only_looks_like_a_mask_is_text() -> None:
    """`<b>` and the mask's own text are compared as they stand."""
    assert masks.matches("<b>", "<b>")
    assert not masks.matches("<b>", "x")
    assert masks.matches("<int>", "<int>")
    assert not masks.matches("a.c", "abc")


def test_a_header_may_leave_text_out() -> None:
    """`...` inside a header's value stands for any text."""
    assert masks.matches_header("s=<token>; ...", "s=aaaaaaaaaaaaaaaaaaaa; Path=/")
    assert masks.matches_header("...", "anything")
    assert not masks.matches_header("s=1; ...", "t=1; Path=/")
    assert not masks.matches_header("s=1", "s=1; Path=/")


@pytest.mark.parametrize(
    ("shown", "real", "same"),
    [
        ("a|b", "a|b", True),
        ("a|b", "a|B", False),
        ("a  |b||", "a|b", True),
        ("a", "a||", True),
        ("a||b", "a|b", False),
        ("...", "", True),
        ("...|b", "a|x|b", True),
        ("a|...|d", "a|b|c|d", True),
        ("a|...", "b", False),
        ("a|...|b|...|c", "a|b|x|b|y|c", True),
        ("a|  ...|c", "a|c", True),
        ("took <float> s", "took 0.1 s", True),
        ("a", "a|b", False),
        ("a|b", "a", False),
    ],
)
def test_text_is_compared_by_lines(shown: str, real: str, same: bool) -> None:
    """A line `...` stands for any lines; blanks at the ends do not count."""
    assert matching.is_same_text(shown.split("|"), real.split("|")) is same


def test_a_very_deep_text_is_refused() -> None:
    """A text that no page holds ends in an error, not in a crash."""
    with pytest.raises(DocsError, match="nested too deeply"):
        json_pattern.parse("[" * 100_000, Location("page.md"))
    with pytest.raises(DocsError, match="too long"):
        json_pattern.parse("1" * 5000, Location("page.md"))
