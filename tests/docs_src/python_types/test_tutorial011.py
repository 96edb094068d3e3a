"""A Pydantic model."""

from __future__ import annotations

from datetime import datetime
from types import ModuleType

import pytest
from pydantic import ValidationError

EXAMPLE = "python_types/tutorial011"


def test_script_prints(capsys: pytest.CaptureFixture[str], module: ModuleType) -> None:
    """The model, its id plus one, and the error are printed."""
    first, second, *error = capsys.readouterr().out.splitlines()
    assert first == str(module.loan)
    assert second == "124"
    assert error[:2] == ["1 validation error for Loan", "id"]


def test_values_are_converted(module: ModuleType) -> None:
    """Texts and bytes become what the model declares."""
    loan = module.loan
    assert (loan.id, loan.member, loan.renewals) == (123, "mira", [7, 14, 21])
    assert loan.due == datetime(2026, 4, 1, 18)


def test_word_is_no_number(module: ModuleType) -> None:
    """No object is made of an id that is no number."""
    with pytest.raises(ValidationError) as caught:
        module.Loan(id="twelve")
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"]) == ("int_parsing", ("id",))


def test_default_list_is_not_shared(module: ModuleType) -> None:
    """Each instance has a list of its own."""
    module.Loan(id=1).renewals.append(7)
    assert module.Loan(id=2).renewals == []
