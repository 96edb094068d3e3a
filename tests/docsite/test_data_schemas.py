"""What is found to fit a schema without the library that checks is what that finds nothing in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scripts.docsite import data_schemas, schema_words, yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.translations.glossary import terms

SCHEMA = yaml_file.load(Path(__file__).parents[2], terms.SCHEMA).data

KEYS = st.sampled_from(["terms", "use", "avoid", "note", "hut", "cama", ""])
PLAIN = st.one_of(st.sampled_from(["", "a", "ab", "AB", "cama"]), st.integers(0, 2), st.none())
VALUES = st.recursive(
    PLAIN, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner))
)
TERMS = st.fixed_dictionaries(
    {"use": st.one_of(VALUES, st.just(["ab", "cama"]))},
    optional={"avoid": VALUES, "note": VALUES, "more": VALUES},
)
GLOSSARIES = st.fixed_dictionaries({"terms": st.dictionaries(KEYS, TERMS, max_size=2)})


@given(st.one_of(VALUES, GLOSSARIES))
@example({"terms": {"hut": {"use": ["refugio*"], "avoid": {"cabaña": "refugio"}}}})
def test_what_fits_has_no_errors(data: Any) -> None:
    """And what does not is looked at by the library."""
    assert not data_schemas.fits(data, SCHEMA) or not [*schema_words.errors(data, SCHEMA)]


def test_glossaries_are_found_to_fit(root: Path) -> None:
    """All of this site, so that `docs translations check` does not import what it does not need."""
    files = sorted((root / terms.FOLDER).glob("*.yml"))
    assert files
    for file in files:
        assert data_schemas.fits(yaml_file.load(root, f"{terms.FOLDER}/{file.name}").data, SCHEMA)


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        ("a", {}),
        ("a", True),
        (1, {"type": "integer"}),
        ("a", {"type": ["string", "null"]}),
        ("a", {"type": "string", "login": True}),
        (["a"], {"type": "array"}),
        ({"a": "b"}, {"type": "object", "additionalProperties": True}),
    ],
)
def test_a_schema_of_other_words_is_left_to_the_library(value: Any, schema: Any) -> None:
    """Though the value fits it."""
    assert not data_schemas.fits(value, schema)


@pytest.mark.parametrize(
    ("schema", "place", "message"),
    [
        ('{\n"type": "objekt"}', 2, "'objekt' is not valid"),
        ('{"type": "object",\n"properties": 5}', 2, "5 is not of type 'object'"),
        ('{"properties": {\n"a": {"pattern": "("}}}', 2, "'(' is not a 'regex'"),
        ("[1]", 1, "[1] is not of type 'object', 'boolean'"),
    ],
)
def test_a_schema_that_is_none_is_told(
    tmp_path: Path, schema: str, place: int, message: str
) -> None:
    """With its line."""
    (tmp_path / "a.yml").write_text("a: 1\n")
    (tmp_path / "a.json").write_text(schema)
    source, rules = (yaml_file.load(tmp_path, f"a.{end}") for end in ("yml", "json"))
    with pytest.raises(DocsError) as caught:
        data_schemas.violations(source, rules)
    assert str(caught.value.location) == f"a.json:{place}"
    assert message in caught.value.message


def test_each_kind_has_its_word(tmp_path: Path) -> None:
    """Also where there are several to choose from."""
    (tmp_path / "a.yml").write_text("a: [x]\n")
    (tmp_path / "a.json").write_text('{"properties": {"a": {"type": ["number", "null"]}}}')
    source, rules = (yaml_file.load(tmp_path, f"a.{end}") for end in ("yml", "json"))
    (found,) = data_schemas.violations(source, rules)
    assert found.message == "a: is not a number or nothing"
