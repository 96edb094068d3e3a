"""An answer without the password."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "response_model/tutorial003_01"


def test_password_is_left_out(client: TestClient) -> None:
    """The declared model decides what is sent."""
    member = {"name": "mira", "password": "tidepool", "email": "mira@example.com"}
    response = client.post("/members", json=member)
    assert response.status_code == 200
    assert response.json() == {"name": "mira", "email": "mira@example.com", "full_name": None}


def test_wrong_address_is_refused(client: TestClient) -> None:
    """An email address needs an @."""
    member = {"name": "mira", "password": "tidepool", "email": "mira"}
    response = client.post("/members", json=member)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("value_error", ["body", "email"])


def test_password_is_only_documented_for_the_request(schema: dict[str, Any]) -> None:
    """OpenAPI has one model for each direction."""
    operation = schema["paths"]["/members"]["post"]
    request = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
    models = schema["components"]["schemas"]
    assert "password" in models[request.rpartition("/")[2]]["properties"]
    assert "password" not in models[answer.rpartition("/")[2]]["properties"]
