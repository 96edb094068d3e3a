"""The simple types."""

from __future__ import annotations

from types import ModuleType

import pytest

EXAMPLE = "python_types/tutorial005"


def test_script_prints(capsys: pytest.CaptureFixture[str], module: ModuleType) -> None:
    """The script prints what the page shows."""
    assert capsys.readouterr().out.splitlines() == [
        "Tides: 212 p., 0.4 kg, here, 4 bytes",
    ]


def test_lent_book_is_not_here(module: ModuleType) -> None:
    """The state depends on the bool."""
    assert ", lent, " in module.describe("Tides", 212, 0.4, True, b"")
