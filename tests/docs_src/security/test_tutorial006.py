"""HTTP Basic: the browser asks for a name and a password."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "security/tutorial006"


def test_any_credentials_are_read(client: TestClient) -> None:
    """The operation receives name and password; nobody checks them yet."""
    response = client.get("/readings", auth=("aiko", "whatever"))
    assert response.status_code == 200
    assert response.json() == {"temperature": -3, "asked_by": "aiko"}


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(None, id="none"),
        pytest.param("Bearer abc", id="another scheme"),
        pytest.param("Basic aiko:snow", id="no base64"),
        pytest.param("Basic YWlrbw==", id="no colon"),
        pytest.param("Basic YWlrw7Y6eA==", id="not ASCII"),
    ],
)
def test_what_is_no_credentials_gets_a_challenge(client: TestClient, header: str | None) -> None:
    """The header `WWW-Authenticate` is what makes a browser open its dialog."""
    response = client.get("/readings", headers={"authorization": header} if header else {})
    assert response.status_code == 401
    assert response.json() == {"detail": "Not authenticated"}
    assert response.headers["www-authenticate"] == "Basic"


def test_the_scheme_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI knows the scheme, so the documentation shows a lock."""
    scheme = {"type": "http", "scheme": "basic"}
    assert schema["components"]["securitySchemes"] == {"HTTPBasic": scheme}
    assert schema["paths"]["/readings"]["get"]["security"] == [{"HTTPBasic": []}]
