"""Durations and decimals in answers."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "extra_data_types/tutorial002"


def test_a_declared_type_keeps_every_digit(client: TestClient) -> None:
    """Pydantic writes a decimal as text and a duration in ISO 8601."""
    assert client.get("/typed").json() == {"flour": "0.750", "baking_time": "PT45M"}


def test_without_a_type_there_are_numbers(client: TestClient) -> None:
    """A plain dictionary is encoded with numbers."""
    assert client.get("/untyped").json() == {"flour": 0.75, "baking_time": 2700.0}
