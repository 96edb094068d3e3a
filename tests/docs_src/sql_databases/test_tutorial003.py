"""Table models are not checked when they are made."""

from __future__ import annotations

import pytest

from scripts.docsite import examples

EXAMPLE = "sql_databases/tutorial003"


def test_only_validation_finds_the_mistake(
    variant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The class accepts a number as a name, `model_validate` does not."""
    examples.load(variant)
    assert capsys.readouterr().out == ("Hut(name=12, id=None)\nInput should be a valid string\n")
