"""Settings with defaults, read when the module is imported."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from scripts.docsite import examples

EXAMPLE = "settings/tutorial001"


def info() -> object:
    """Return what the app answers, imported anew in the present environment."""
    return TestClient(examples.load(EXAMPLE).app).get("/info").json()


def test_defaults_are_used(client: TestClient) -> None:
    """Nothing is set, so the app runs with its defaults."""
    assert client.get("/info").json() == {
        "app_name": "Trailhead",
        "contact_email": "huts@trailhead.example",
        "beds_per_booking": 8,
    }


@pytest.mark.parametrize("name", ["BEDS_PER_BOOKING", "beds_per_booking", "Beds_Per_Booking"])
def test_variables_win_over_defaults(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Capitals do not matter, and the text becomes a number."""
    monkeypatch.setenv(name, "12")
    assert info() == {
        "app_name": "Trailhead",
        "contact_email": "huts@trailhead.example",
        "beds_per_booking": 12,
    }


def test_a_wrong_value_stops_the_import(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no number is refused before the app exists."""
    monkeypatch.setenv("BEDS_PER_BOOKING", "eight")
    with pytest.raises(ValidationError) as caught:
        examples.load(EXAMPLE)
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"]) == ("int_parsing", ("beds_per_booking",))
