"""A header with an underscore in its name."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "header_params/tutorial002"


def test_the_underscore_is_kept(client: TestClient) -> None:
    """The header is read under the name of the argument."""
    response = client.get("/stations", headers={"station_key": "k-17"})
    assert response.json() == {"station_key": "k-17"}


def test_a_hyphen_is_another_name(client: TestClient) -> None:
    """Nothing is converted."""
    response = client.get("/stations", headers={"station-key": "k-17"})
    assert response.json() == {"station_key": None}


def test_the_name_is_documented_with_an_underscore(schema: dict[str, Any]) -> None:
    """OpenAPI knows the header under the name that is sent."""
    (parameter,) = schema["paths"]["/stations"]["get"]["parameters"]
    assert (parameter["in"], parameter["name"]) == ("header", "station_key")
