"""A type error, made on purpose."""

from __future__ import annotations

import pytest

from scripts.docsite import examples

EXAMPLE = "python_types/tutorial003"


def test_script_fails_where_the_page_says() -> None:
    """A text and a number are not added."""
    with pytest.raises(TypeError, match="can only concatenate str") as caught:
        examples.load(EXAMPLE)
    assert [entry.lineno + 1 for entry in caught.traceback[-2:]] == [5, 2]
