"""A value that may be None."""

from __future__ import annotations

from types import ModuleType

import pytest

EXAMPLE = "python_types/tutorial009"


def test_script_prints(capsys: pytest.CaptureFixture[str], module: ModuleType) -> None:
    """The script prints what the page shows."""
    assert capsys.readouterr().out.splitlines() == [
        "Welcome to the Harbor Library.",
        "Welcome to the Harbor Library, Aiko.",
    ]
