"""A dependency that turns a token into a member."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "security/tutorial002"


def test_the_operation_receives_a_member(client: TestClient) -> None:
    """The member is derived from the token."""
    response = client.get("/members/me", headers={"authorization": "Bearer mira"})
    assert response.status_code == 200
    assert response.json() == {
        "username": "mira-pretended",
        "email": "mira@library.example",
        "full_name": "Mira",
        "blocked": False,
    }


def test_without_a_token_the_request_is_refused(client: TestClient) -> None:
    """The dependency of the dependency answers."""
    response = client.get("/members/me")
    assert response.status_code == 401
    assert response.json() == {"detail": "Not authenticated"}
    assert response.headers["www-authenticate"] == "Bearer"


def test_the_member_is_no_body(schema: dict[str, Any]) -> None:
    """A model behind `Depends` is not read from the body; the scheme is documented."""
    operation = schema["paths"]["/members/me"]["get"]
    assert "requestBody" not in operation
    assert operation["security"] == [{"OAuth2PasswordBearer": []}]
