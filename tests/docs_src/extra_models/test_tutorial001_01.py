"""A model as a dictionary, and unpacked into another one."""

from __future__ import annotations

import pytest

from scripts.docsite import examples

EXAMPLE = "extra_models/tutorial001_01"


def test_keys_are_passed_on(capsys: pytest.CaptureFixture[str]) -> None:
    """The second model has the added key, and not the one it does not know."""
    examples.load(EXAMPLE)
    assert capsys.readouterr().out.splitlines() == [
        "{'name': 'mira', 'password': 'tidepool'}",
        "{'name': 'mira', 'hashed_password': '8f3a61'}",
    ]
