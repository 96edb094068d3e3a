"""A function whose argument may be None, but not left out."""

from __future__ import annotations

import pytest

from scripts.docsite import examples

EXAMPLE = "advanced_python_types/tutorial002"


def test_only_the_call_without_argument_fails(capsys: pytest.CaptureFixture[str]) -> None:
    """None is an argument; nothing is an error."""
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'member'"):
        examples.load(EXAMPLE)
    assert capsys.readouterr().out.splitlines() == ["Reminding aiko.", "Reminding everybody."]
