"""HTTP Basic with a check of the credentials."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "security/tutorial007"


def test_the_right_credentials_open(client: TestClient) -> None:
    """The dependency hands the name to the operation."""
    response = client.get("/readings", auth=("aiko", "snow line"))
    assert response.status_code == 200
    assert response.json() == {"temperature": -3, "asked_by": "aiko"}


@pytest.mark.parametrize(
    ("username", "password"), [("aiko", "snow"), ("tomas", "snow line"), ("", "")]
)
def test_wrong_credentials_get_a_new_challenge(
    client: TestClient, username: str, password: str
) -> None:
    """The answer does not tell what was wrong, and makes a browser ask once more."""
    response = client.get("/readings", auth=(username, password))
    assert response.status_code == 401
    assert response.json() == {"detail": "Wrong username or password"}
    assert response.headers["www-authenticate"] == "Basic"


@pytest.mark.parametrize("header", ["Basic aiko:snow", "Basic YWlrbw==", ""])
def test_what_is_no_credentials_is_refused_before(client: TestClient, header: str) -> None:
    """The scheme itself answers where it finds no name and password."""
    response = client.get("/readings", headers={"authorization": header})
    assert response.status_code == 401
    assert response.json() == {"detail": "Not authenticated"}
    assert response.headers["www-authenticate"] == "Basic"
