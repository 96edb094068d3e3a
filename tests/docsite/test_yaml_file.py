"""YAML files: every fault is told with its line, and every value has its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.docsite import yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.yaml_file import YamlFile


def load(folder: Path, text: str | bytes) -> YamlFile:
    """Write the text into a file and load it."""
    (folder / "a.yml").write_bytes(text.encode() if isinstance(text, str) else text)
    return yaml_file.load(folder, "a.yml")


def test_each_value_has_its_place(tmp_path: Path) -> None:
    """Keys and items lead to their lines; what is not there leads to what is around it."""
    found = load(tmp_path, "a:\n  b: 1\n  c:\n    - x\n    - {d: y}\n")
    assert found.data == {"a": {"b": 1, "c": ["x", {"d": "y"}]}}
    places = [(), ("a",), ("a", "b"), ("a", "c", 1), ("a", "c", 1, "d"), ("a", "z"), ("z",)]
    assert [found.at(*keys).line for keys in places] == [1, 1, 2, 5, 5, 1, 1]
    assert str(found.at("a", "c", 0)) == "a.yml:4"


def test_keys_that_are_no_texts_have_their_places(tmp_path: Path) -> None:
    """They are found by what YAML makes of them, and merged mappings are no hindrance."""
    found = load(tmp_path, "a: &a {b: 1}\nc:\n  <<: *a\n  no: 1\n  0.170: 2\n  2026-01-02: 3\n")
    assert [found.at("c", key).line for key in found.data["c"]] == [2, 4, 5, 6]


def test_an_empty_file_holds_an_empty_mapping(tmp_path: Path) -> None:
    """A file of comments is no error."""
    assert load(tmp_path, "# nothing\n").data == {}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: [1\nb: 2\n", 2, "the file is no YAML: did not find expected ',' or ']'"),
        ("a: 1\n\nb: \t- x\n", 3, "the file is no YAML"),
        ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' stands here twice, first in line 1"),
        ("x:\n  - a: 1\n    a: 2\n", 3, "the key 'a' stands here twice"),
        ("a: !!python/name:os.system\n", 1, "the file is no YAML"),
        (
            "a:\n- 1\n- day: 2026-02-30\n",
            3,
            "a value can't be read (day is out of range for month)",
        ),
        ("a: 1\n2026-13-45: b\n", 2, "a value can't be read (month must be in 1..12)"),
        ("a: 1\nb: !!int x\n", 2, "a value can't be read (invalid literal for int()"),
        ("a: 1\nb: !!bool x\n", 2, "a value can't be read ('x')"),
        ("? [a]\n: 1\n", 1, "the file is no YAML"),
        ("a: é\nb: \x07\n", 2, "the character U+0007 can't stand in it"),
        (b"a: 1\ncaf\xe9: 1\n", 2, "byte 8 is not UTF-8"),
    ],
)
def test_a_fault_is_told_with_its_line(
    tmp_path: Path, text: str | bytes, line: int, message: str
) -> None:
    """The message says what is wrong, the hint what to do."""
    with pytest.raises(DocsError) as caught:
        load(tmp_path, text)
    assert (str(caught.value.location), message in caught.value.message) == (f"a.yml:{line}", True)
    assert caught.value.hint


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """The hint says to create it."""
    with pytest.raises(DocsError, match=r"b.yml:1: the file is missing\n  → create b.yml"):
        yaml_file.load(tmp_path, "b.yml")


def test_aliases_are_not_followed_without_end(tmp_path: Path) -> None:
    """Neither a mapping that holds itself nor aliases of aliases take time or stack."""
    line = load(tmp_path, "a: &x\n  b: *x\n").at("a", "b").line
    assert line == 2
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 30))
    line = load(tmp_path, f"l0: &l0 x\n{levels}").at("l29", 3).line
    assert line == 30


@given(st.text(st.sampled_from("ab:-[]{}&*!'\"#|>? \n\t0.1e~<%@,é\u2028"), max_size=30))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Nothing but a `DocsError` with a line of the file ends the loading."""
    try:
        load(tmp_path_factory.getbasetemp(), text)
    except DocsError as error:
        assert error.location and 1 <= error.location.line <= text.count("\n") + 1
