"""A tuple and a set."""

from __future__ import annotations

from types import ModuleType

import pytest

EXAMPLE = "python_types/tutorial007"


def test_script_prints(capsys: pytest.CaptureFixture[str], module: ModuleType) -> None:
    """The script prints what the page shows."""
    assert capsys.readouterr().out.splitlines() == [
        "('room 2, shelf 14c', 2)",
    ]
