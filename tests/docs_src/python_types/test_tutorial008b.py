"""A union of two types."""

from __future__ import annotations

from types import ModuleType

import pytest

EXAMPLE = "python_types/tutorial008b"


def test_script_prints(capsys: pytest.CaptureFixture[str], module: ModuleType) -> None:
    """The script prints what the page shows."""
    assert capsys.readouterr().out.splitlines() == [
        "shelf number 007",
        "shelf ATLAS",
    ]
