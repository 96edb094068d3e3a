"""A security class that answers 403, as older releases did."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "authentication_error_status_code/tutorial001"


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Basic bWlyYTpsYW1w"}])
def test_without_a_token_access_is_forbidden(client: TestClient, headers: dict[str, str]) -> None:
    """The answer is the old one, without a challenge, also for another scheme."""
    response = client.get("/me", headers=headers)
    assert response.status_code == 403
    assert response.json() == {"detail": "Not authenticated"}
    assert "www-authenticate" not in response.headers


def test_with_a_token_the_operation_is_called(client: TestClient) -> None:
    """Nothing else is different."""
    response = client.get("/me", headers={"Authorization": "Bearer salt-and-tar"})
    assert response.status_code == 200
    assert response.json() == {"token": "salt-and-tar"}


def test_the_scheme_is_documented_as_before(schema: dict[str, Any]) -> None:
    """The schema doesn't show the name of the new class."""
    assert schema["components"]["securitySchemes"] == {
        "HTTPBearer": {"type": "http", "scheme": "bearer"}
    }
