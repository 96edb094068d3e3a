"""Several path and query parameters together."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "query_params/tutorial004"


def test_parameters_are_found_by_name(client: TestClient) -> None:
    """The order in the function is not the order in the path."""
    assert client.get("/hikers/mira/bookings/12?with_meals=yes&note=late").json() == {
        "hiker": "mira",
        "booking_id": 12,
        "note": "late",
        "with_meals": True,
    }


def test_query_parameters_are_optional(client: TestClient) -> None:
    """Only the path is needed."""
    assert client.get("/hikers/mira/bookings/12").json() == {
        "hiker": "mira",
        "booking_id": 12,
        "note": None,
        "with_meals": False,
    }


def test_places_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI tells path parameters from query parameters."""
    operation = schema["paths"]["/hikers/{hiker}/bookings/{booking_id}"]["get"]
    assert {p["name"]: p["in"] for p in operation["parameters"]} == {
        "booking_id": "path",
        "hiker": "path",
        "note": "query",
        "with_meals": "query",
    }
