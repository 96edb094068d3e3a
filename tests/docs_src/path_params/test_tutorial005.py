"""A path parameter with a fixed set of values."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "path_params/tutorial005"


@pytest.mark.parametrize(
    ("season", "advice"),
    [
        ("winter", "Bring snowshoes."),
        ("spring", "Expect melting snow."),
        ("summer", "Start early."),
    ],
)
def test_members_are_sent_as_their_values(client: TestClient, season: str, advice: str) -> None:
    """A returned member becomes its value."""
    assert client.get(f"/trails/{season}").json() == {"season": season, "advice": advice}


def test_other_values_are_refused(client: TestClient) -> None:
    """The answer names the values that are allowed."""
    response = client.get("/trails/autumn")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("enum", ["path", "season"])


def test_values_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI lists the values, so Swagger UI can offer them."""
    assert schema["components"]["schemas"]["Season"]["enum"] == ["spring", "summer", "winter"]
