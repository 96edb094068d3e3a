"""A path that says whether the app is well."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "deployment/tutorial004"


def test_the_check_answers(client: TestClient) -> None:
    """It needs nothing, neither a parameter nor a database."""
    response = client.get("/health")
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}


def test_the_app_has_other_paths(client: TestClient) -> None:
    """The check stands beside what the app is for."""
    assert client.get("/huts").json() == ["Alpenrose", "Birkenhof", "Steinbock"]
