"""An operation that requires a bearer token."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "security/tutorial001"


@pytest.mark.parametrize("scheme", ["Bearer", "bearer"])
def test_the_operation_receives_the_token(client: TestClient, scheme: str) -> None:
    """The token arrives as text, whatever it says; the scheme's case doesn't matter."""
    response = client.get("/loans", headers={"authorization": f"{scheme} salt-and-tar"})
    assert response.status_code == 200
    assert response.json() == {"token": "salt-and-tar"}


@pytest.mark.parametrize("headers", [{}, {"authorization": "Basic bWlyYTpsYW1w"}])
def test_without_a_token_the_request_is_refused(
    client: TestClient, headers: dict[str, str]
) -> None:
    """A missing header and another scheme are answered alike."""
    response = client.get("/loans", headers=headers)
    assert response.status_code == 401
    assert response.json() == {"detail": "Not authenticated"}
    assert response.headers["www-authenticate"] == "Bearer"


def test_an_empty_token_passes(client: TestClient) -> None:
    """The scheme without a token is taken for an empty token."""
    response = client.get("/loans", headers={"authorization": "Bearer"})
    assert response.json() == {"token": ""}


def test_the_scheme_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI names the scheme, and the operation that needs it."""
    assert schema["components"]["securitySchemes"] == {
        "OAuth2PasswordBearer": {
            "type": "oauth2",
            "flows": {"password": {"scopes": {}, "tokenUrl": "token"}},
        }
    }
    assert schema["paths"]["/loans"]["get"]["security"] == [{"OAuth2PasswordBearer": []}]
