"""A required query parameter."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "query_params/tutorial005"


def test_the_parameter_is_used(client: TestClient) -> None:
    """With the parameter, the request succeeds."""
    assert client.get("/huts/3/beds?arrival=2027-07-14").json() == {
        "hut_id": 3,
        "arrival": "2027-07-14",
        "free_beds": 7,
    }


def test_the_parameter_cannot_be_left_out(client: TestClient) -> None:
    """Without it, the answer names what is missing."""
    response = client.get("/huts/3/beds")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["query", "arrival"])


def test_the_parameter_is_documented_as_required(schema: dict[str, Any]) -> None:
    """OpenAPI marks it, so that the docs page asks for it."""
    parameters = schema["paths"]["/huts/{hut_id}/beds"]["get"]["parameters"]
    assert {p["name"]: p["required"] for p in parameters} == {"hut_id": True, "arrival": True}
