"""A function without type hints."""

from __future__ import annotations

from types import ModuleType

import pytest

EXAMPLE = "python_types/tutorial001"


def test_script_prints(capsys: pytest.CaptureFixture[str], module: ModuleType) -> None:
    """The script prints what the page shows."""
    assert capsys.readouterr().out.splitlines() == [
        "TOMAS: The Quiet Harbor",
    ]


def test_function_has_no_hints(module: ModuleType) -> None:
    """Nothing is known of the parameters."""
    assert module.make_label.__annotations__ == {}
