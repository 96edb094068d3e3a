"""A cookie as a parameter."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "cookie_params/tutorial001"


def test_the_cookie_is_read(client: TestClient) -> None:
    """Other cookies don't disturb it."""
    client.cookies.update({"last_shelf": "harbor", "theme": "dark"})
    response = client.get("/books")
    assert response.status_code == 200
    assert response.json() == {"last_shelf": "harbor"}


def test_the_cookie_can_be_left_out(client: TestClient) -> None:
    """Without it, the function receives `None`."""
    assert client.get("/books").json() == {"last_shelf": None}


def test_the_query_is_no_cookie(client: TestClient) -> None:
    """The name in the URL means nothing."""
    assert client.get("/books?last_shelf=harbor").json() == {"last_shelf": None}


def test_the_place_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI lists a cookie."""
    (parameter,) = schema["paths"]["/books"]["get"]["parameters"]
    assert (parameter["in"], parameter["name"]) == ("cookie", "last_shelf")
    assert parameter["required"] is False
