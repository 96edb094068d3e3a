"""Front matter that is read without YAML's parser says what that makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from scripts.docsite import tree
from scripts.docsite.markdown import plain_yaml
from scripts.docsite.markdown.front_matter import YAML_ERRORS

RECORD = "sync:\n  sections:\n    top:\n      0a1b2c3d4e 5f60718293 1234567890 8f1f0c12ab34\n"

KEYS = st.sampled_from(
    ["title", "a-b", "k_1", "on", "Off", "null", "NULL", "A", "T011", "1a", "", "«"]
)
WORDS = "|Words of it|Où, «là» [x]|no|Null|1 2|12|1_0|0x1f|2026-03-01|2026-03-01 10|1e3 4|a: b|a:b"
MARKS = "a #b|a#b|'q'|- x|[a]|*a|~|x | x|a\tb|a\xa0b|a\u2028b|привет|١ ٢|y|...|---"
TEXTS = st.sampled_from([*WORDS.split("|"), *MARKS.split("|")])
LINES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "  ", "   ", "    ", "\t"]),
    KEYS,
    st.sampled_from([": ", ":", ":  ", "", " "]),
    st.one_of(TEXTS, st.text(max_size=6)),
)
ALONE = st.builds("{}{}".format, st.sampled_from(["", "  ", "    "]), TEXTS)
BLOCKS = st.lists(st.one_of(LINES, LINES, ALONE), max_size=6)


def _by_yaml(block: str) -> object:
    try:
        return yaml.safe_load(block)
    except YAML_ERRORS:
        return "nothing that can be read"


@given(BLOCKS.map(lambda lines: "".join(f"{line}\n" for line in lines)))
@example(RECORD)
@example("title:\n  sync:\n    a: b\n  c: d\n")
def test_what_is_read_is_what_yaml_reads(block: str) -> None:
    """Or nothing is read."""
    found = plain_yaml.read(block)
    assert found is None or found == (_by_yaml(block) or {})


@pytest.mark.parametrize(
    "block",
    [
        f"title: A word: and more\n{RECORD}",
        "a:\n  on\n",
        "a: 12\n",
        "a:\n  b\n  c\n",
        "a: b\n  c\n",
        "a:\n",
        "a:\nb: c\n",
        "a:\n    b: c\n  d: e\n",
        " a: b\n",
        "a:\n  - b\n",
        "a: b\n\nc: d\n",
    ],
)
def test_other_forms_are_left_to_yaml(block: str) -> None:
    """They are told apart, and not read by halves."""
    assert plain_yaml.read(block) is None


def test_records_are_read_so(root: Path) -> None:
    """Those of the translations of this site."""
    pages = [page for page in tree.load(root) if page.language != "en"]
    records = [re.search(r"^sync:\n(?: .*\n)+", page.text, re.MULTILINE) for page in pages]
    blocks = [record[0] for record in records if record]
    assert blocks
    read = [plain_yaml.read(block) for block in blocks]
    assert read == [yaml.safe_load(block) for block in blocks]
