"""A function with type hints."""

from __future__ import annotations

from types import ModuleType

import pytest

EXAMPLE = "python_types/tutorial002"


def test_script_prints(capsys: pytest.CaptureFixture[str], module: ModuleType) -> None:
    """The script prints what the page shows."""
    assert capsys.readouterr().out.splitlines() == [
        "TOMAS: The Quiet Harbor",
    ]


def test_hints_are_stored(module: ModuleType) -> None:
    """Python keeps the hints of parameters and result."""
    hints = module.make_label.__annotations__
    assert hints == {"author": str, "title": str, "return": str}


def test_hints_check_nothing(module: ModuleType) -> None:
    """Python calls the function with any value; the error comes from inside."""
    with pytest.raises(AttributeError, match="'int' object has no attribute 'title'"):
        module.make_label("mira", 7)
