"""A Pydantic model without an app."""

from __future__ import annotations

from datetime import date
from types import ModuleType

import pytest
from pydantic import ValidationError

EXAMPLE = "features/tutorial001"


def test_script_prints_both_members_and_the_error(
    capsys: pytest.CaptureFixture[str], module: ModuleType
) -> None:
    """The script greets, shows the converted row, and names the error."""
    assert capsys.readouterr().out.splitlines() == [
        "Welcome to the Harbor Library, Mira.",
        "Member(id=8, name='jonas', joined=datetime.date(2025, 9, 30))",
        "date_from_datetime_parsing",
    ]
    assert module.mira.joined == date(2025, 3, 14)


def test_impossible_date_is_refused(module: ModuleType) -> None:
    """A day that does not exist raises a validation error."""
    with pytest.raises(ValidationError) as caught:
        module.Member(id=9, name="aiko", joined="2025-02-30")
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"]) == ("date_from_datetime_parsing", ("joined",))
