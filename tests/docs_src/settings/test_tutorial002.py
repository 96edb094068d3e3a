"""Settings with a prefix, and one that does not show itself."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from scripts.docsite import examples

EXAMPLE = "settings/tutorial002"


def test_a_secret_is_shown_as_stars(client: TestClient) -> None:
    """Its text hides the value, and the value is still there."""
    assert client.get("/weather-access").json() == {"shown": "**********", "is_demo": True}


def test_only_names_with_the_prefix_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable of the bare name belongs to something else."""
    monkeypatch.setenv("WEATHER_URL", "https://other.example")
    assert examples.load(EXAMPLE).settings.weather_url == "https://weather.example"
    monkeypatch.setenv("TRAILHEAD_WEATHER_URL", "https://other.example")
    monkeypatch.setenv("TRAILHEAD_WEATHER_KEY", "s3cret")
    loaded = examples.load(EXAMPLE)
    assert loaded.settings.weather_url == "https://other.example"
    assert "s3cret" not in repr(loaded.settings)
    assert TestClient(loaded.app).get("/weather-access").json()["is_demo"] is False
