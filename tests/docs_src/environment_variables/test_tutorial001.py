"""A script that reads an environment variable."""

from __future__ import annotations

import pytest

from scripts.docsite import examples

EXAMPLE = "environment_variables/tutorial001"


def test_default_where_the_variable_is_not_set(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the variable the default is used."""
    monkeypatch.delenv("TRAILHEAD_HUT", raising=False)
    examples.load(EXAMPLE)
    assert capsys.readouterr().out == "Good morning from Alpenrose.\n"


def test_value_of_the_variable(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variable wins over the default."""
    monkeypatch.setenv("TRAILHEAD_HUT", "Steinbock")
    examples.load(EXAMPLE)
    assert capsys.readouterr().out == "Good morning from Steinbock.\n"
