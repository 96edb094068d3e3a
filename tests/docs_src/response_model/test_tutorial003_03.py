"""A subclass of Response as the annotation."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "response_model/tutorial003_03"


def test_redirect_is_sent(client: TestClient) -> None:
    """The redirect reaches the client as it was returned."""
    response = client.get("/plan", follow_redirects=False)
    assert response.status_code == 307
    assert response.headers["location"] == "https://harbor-library.example/plan"
