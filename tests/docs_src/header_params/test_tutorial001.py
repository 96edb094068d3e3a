"""A header as a parameter."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "header_params/tutorial001"


@pytest.mark.parametrize("name", ["User-Agent", "user-agent", "USER-AGENT"])
def test_the_header_is_read(client: TestClient, name: str) -> None:
    """Upper and lower case make no difference, and the underscore stands for a hyphen."""
    response = client.get("/stations", headers={name: "trail-app/2"})
    assert response.status_code == 200
    assert response.json() == {"user_agent": "trail-app/2"}


def test_the_header_can_be_left_out(client: TestClient) -> None:
    """Without it, the function receives `None`."""
    del client.headers["user-agent"]
    assert client.get("/stations").json() == {"user_agent": None}


def test_the_name_is_documented_with_a_hyphen(schema: dict[str, Any]) -> None:
    """OpenAPI knows the header under the name that is sent."""
    (parameter,) = schema["paths"]["/stations"]["get"]["parameters"]
    assert (parameter["in"], parameter["name"]) == ("header", "user-agent")
