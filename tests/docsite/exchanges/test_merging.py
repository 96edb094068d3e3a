"""Shown outputs made real: what is true stays as written, and the result always is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.docsite.exchanges import json_pattern, matching, merging
from scripts.docsite.model import Location
from tests.docsite.exchanges.test_matching import VALUES

CASES = Path(__file__).parents[1] / "cases/exchanges/merged"
AT = Location("page.md")


def merge(shown: str, real: Any) -> str:
    """Return the shown JSON made real."""
    return merging.merge_json(shown, json_pattern.parse(shown, AT), real)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_json_changes_as_little_as_it_must(path: Path) -> None:
    """Each case shows a text, the real value, and the text that comes of both."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert merge(case["shown"], case["real"]) == case["merged"]


def opened(value: Any, draw: st.DataObject) -> str:
    """Return a value as text in which some parts are left out."""
    if isinstance(value, dict) and value:
        texts = [
            opened(inner, draw) if draw.draw(st.booleans()) else "..." for inner in value.values()
        ]
        members = [f"{json.dumps(key)}: {text}" for key, text in zip(value, texts, strict=True)]
        if draw.draw(st.booleans()):
            members[draw.draw(st.integers(0, len(members) - 1))] = "..."
        return "{" + draw.draw(st.sampled_from([", ", ",\n  "])).join(members) + "}"
    if isinstance(value, list) and value:
        items = [opened(inner, draw) if inner else json.dumps(inner) for inner in value]
        if draw.draw(st.booleans()):
            items[draw.draw(st.integers(0, len(items) - 1))] = "..."
        return "[" + ", ".join(items) + "]"
    return json.dumps(value)


@given(VALUES, st.data())
def test_a_true_text_is_not_touched(value: Any, data: st.DataObject) -> None:
    """What fits comes back character for character."""
    shown = opened(value, data)
    assert merge(shown, value) == shown


@given(VALUES, VALUES, st.data())
def test_what_comes_out_is_true(shown: Any, real: Any, data: st.DataObject) -> None:
    """Whatever was shown, the merged text fits the real value, and stays when merged again."""
    merged = merge(opened(shown, data), real)
    assert matching.is_same(json_pattern.parse(merged, AT), real)
    assert merge(merged, real) == merged


@given(VALUES)
def test_a_rendered_value_is_itself(value: Any) -> None:
    """What is shown for the first time is the same JSON, in lines that fit where they can."""
    assert json.loads(merging.render_json(value)) == value


def test_short_things_stay_on_one_line() -> None:
    """A value is broken where it is too wide, its short parts are not."""
    value = {"detail": [{"type": "missing", "loc": ["query", "q"], "msg": "m" * 60}]}
    assert merging.render_json(value).split("\n") == [
        "{",
        '  "detail": [',
        "    {",
        '      "type": "missing",',
        '      "loc": ["query", "q"],',
        f'      "msg": "{"m" * 60}"',
        "    }",
        "  ]",
        "}",
    ]


@pytest.mark.parametrize(
    ("shown", "real", "merged"),
    [
        ("a|b", "a|b", "a|b"),
        ("a|b", "a|c", "a|c"),
        ("a|...|d", "a|b|c|D", "a|...|D"),
        ("a|...|d", "A|b|c|d", "A|...|d"),
        ("a|...", "x|b|c", "x|..."),
        ("...|z", "x|y|Z", "...|Z"),
        ("a|...|z", "b", "b"),
        ("took <float> s|x", "took 0.5 s|y", "took <float> s|y"),
        ("a|b|c", "b|c|d", "b|c|d"),
        ("", "a|b", "a|b"),
        ("a|...|m|...|z", "a|1|n|2|z", "a|...|z"),
    ],
)
def test_text_keeps_the_lines_that_fit(shown: str, real: str, merged: str) -> None:
    """Lines that are real stay as written, masks and all; a line `...` stays where it can."""
    assert "|".join(merging.merge_text(shown.split("|"), real.split("|"))) == merged


LINES = st.lists(st.sampled_from(["a", "b", "c 1", "c 22", ""]), max_size=6)
SHOWN = st.lists(st.sampled_from(["a", "b", "c <int>", "...", ""]), max_size=6)


@given(SHOWN, LINES)
def test_merged_text_is_true(shown: list[str], real: list[str]) -> None:
    """Whatever was shown, the merged lines fit the real ones."""
    assert matching.is_same_text(merging.merge_text(shown, real), real)
