"""The file of known failures is read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import exceptions
from scripts.docsite.exchanges.exceptions import KnownFailure
from scripts.docsite.model import Location
from tests.docsite.exchanges.support import write

ENTRY = '  - {example: huts/a_an.py, operation: "GET /a", check: not_a_server_error, reason: why}\n'


def load(root: Path, text: str) -> tuple[KnownFailure, ...]:
    """Return the known failures that a text lists."""
    write(root, {"huts/a_an.py": "", "huts/a.py": "", "huts/b.py": ""})
    (root / "data").mkdir(exist_ok=True)
    (root / exceptions.FILE).write_text(text)
    return exceptions.load(root)


def test_entries_are_read_with_their_place(tmp_path: Path) -> None:
    """A finding about one can name its line."""
    assert load(tmp_path, f"# head\nexceptions:\n{ENTRY}") == (
        KnownFailure(
            "huts/a_an.py", "GET /a", "not_a_server_error", "why", Location(exceptions.FILE, 3)
        ),
    )
    assert load(tmp_path, "exceptions: []\n") == ()


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("{}", 1, "no list `exceptions`"),
        ("- 1", 1, "no list `exceptions`"),
        ("exceptions: {}", 1, "no list `exceptions`"),
        ("exceptions:\n  - huts", 2, "is not complete"),
        ("exceptions:\n" + ENTRY.replace(", reason: why", ""), 2, "is not complete"),
        ("exceptions:\n" + ENTRY.replace("why", '" "'), 2, "is not complete"),
        ("exceptions:\n" + ENTRY.replace("why", "why, more: x"), 2, "is not complete"),
        ("exceptions:\n" + ENTRY.replace("_a_s", "_s"), 2, "no check 'not_server_error'"),
        ("exceptions:\n" + ENTRY.replace("a_an", "c"), 2, "missing: docs_src/huts/c.py"),
        ("exceptions:\n" + ENTRY.replace("a_an", "a"), 2, "the second form of its example"),
        ("exceptions:\n" + ENTRY + ENTRY, 3, "stands here twice"),
    ],
)
def test_what_makes_no_sense_is_refused(tmp_path: Path, text: str, line: int, told: str) -> None:
    """With the line of the entry and what to write."""
    with pytest.raises(DocsError, match=told) as caught:
        load(tmp_path, text)
    assert str(caught.value.location) == f"{exceptions.FILE}:{line}"
    assert caught.value.hint


def test_the_list_of_the_project_is_read(root: Path) -> None:
    """Each entry of the repository itself is valid."""
    assert all(entry.reason for entry in exceptions.load(root))
