"""Units: the pieces of a page that are translated one by one."""

from __future__ import annotations

import pytest

from scripts.docsite.markdown import scan
from scripts.docsite.markdown.units import parts


@pytest.mark.parametrize("head", ["", "---\n---\n"])
@pytest.mark.parametrize("body", ["", "Beds are free."])
def test_a_page_of_one_line(head: str, body: str) -> None:
    """A page needs no metadata, and no second line."""
    found = [(part.line, part.kind) for part in parts(scan(head + body))]
    assert found == ([(head.count("\n") + 1, "paragraph")] if body else [])
