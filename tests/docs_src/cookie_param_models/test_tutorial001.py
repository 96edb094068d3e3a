"""Cookies gathered in a model."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "cookie_param_models/tutorial001"


def test_each_field_is_a_cookie(client: TestClient) -> None:
    """Fields with a default may be missing, other cookies are ignored."""
    client.cookies.update({"session_id": "s-4711", "theme": "dark", "cart": "7"})
    response = client.get("/books")
    assert response.status_code == 200
    assert response.json() == {"session_id": "s-4711", "last_shelf": None, "theme": "dark"}


def test_a_required_cookie_is_missed(client: TestClient) -> None:
    """The answer names it."""
    response = client.get("/books")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["cookie", "session_id"])


def test_fields_are_documented_as_cookies(schema: dict[str, Any]) -> None:
    """OpenAPI shows no trace of the model."""
    parameters = schema["paths"]["/books"]["get"]["parameters"]
    assert [(p["in"], p["name"], p["required"]) for p in parameters] == [
        ("cookie", "session_id", True),
        ("cookie", "last_shelf", False),
        ("cookie", "theme", False),
    ]
