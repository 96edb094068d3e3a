"""Python data before and after the encoder."""

from __future__ import annotations

import pytest

from scripts.docsite import examples

EXAMPLE = "encoder/tutorial002"


def test_each_value_becomes_a_json_type(capsys: pytest.CaptureFixture[str]) -> None:
    """What JSON refuses is accepted after the encoder."""
    examples.load(EXAMPLE)
    assert capsys.readouterr().out.splitlines() == [
        "Object of type Tour is not JSON serializable",
        "tour = {'name': 'Ridge walk', 'start': '2027-07-03T06:30:00', 'guide': None}",
        "huts = ['Alpenrose']",
        "duration = 18000.0",
        "price = 12.5",
        '{"name": "Ridge walk", "start": "2027-07-03T06:30:00", "guide": null}',
        "{'name': 'Ridge walk', 'start': '2027-07-03T06:30:00'}",
    ]
