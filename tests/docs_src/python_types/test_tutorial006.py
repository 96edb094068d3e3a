"""A list and its type parameter."""

from __future__ import annotations

from types import ModuleType

import pytest

EXAMPLE = "python_types/tutorial006"


def test_script_prints(capsys: pytest.CaptureFixture[str], module: ModuleType) -> None:
    """The script prints what the page shows."""
    assert capsys.readouterr().out.splitlines() == [
        "Tides",
        "The Quiet Harbor",
    ]
