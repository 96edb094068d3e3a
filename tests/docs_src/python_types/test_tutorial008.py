"""A dict and its two type parameters."""

from __future__ import annotations

from types import ModuleType

import pytest

EXAMPLE = "python_types/tutorial008"


def test_script_prints(capsys: pytest.CaptureFixture[str], module: ModuleType) -> None:
    """The script prints what the page shows."""
    assert capsys.readouterr().out.splitlines() == [
        "Aiko 1.5",
        "Jonas 0.25",
        "1.75",
    ]
