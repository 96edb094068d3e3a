"""Which of the two decorators checks objects that are made in Python."""

from __future__ import annotations

from types import ModuleType

import pytest

EXAMPLE = "dataclasses_/tutorial004"


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], module: ModuleType) -> str:
    """Return what the script prints when it is imported."""
    return capsys.readouterr().out


def test_only_the_one_of_pydantic_checks(printed: str) -> None:
    """The standard library takes any value, Pydantic raises."""
    assert printed.splitlines() == [
        "Delivery(street='Quay 3', loaves='many')",
        "Input should be a valid integer, unable to parse string as an integer",
    ]
