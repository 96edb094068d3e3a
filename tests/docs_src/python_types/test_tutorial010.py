"""A class as a type."""

from __future__ import annotations

from types import ModuleType

import pytest

EXAMPLE = "python_types/tutorial010"


def test_script_prints(capsys: pytest.CaptureFixture[str], module: ModuleType) -> None:
    """The script prints what the page shows."""
    assert capsys.readouterr().out.splitlines() == [
        "False",
    ]


def test_thick_book(module: ModuleType) -> None:
    """The function takes an instance of the class."""
    assert module.is_thick(module.Book("Atlas", 812))
