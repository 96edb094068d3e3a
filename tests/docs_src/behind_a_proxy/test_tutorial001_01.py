"""A redirect made by an app that knows nothing of a proxy."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "behind_a_proxy/tutorial001_01"


def test_the_redirect_repeats_what_the_app_sees(client: TestClient) -> None:
    """Nobody has told the app that the client used HTTPS."""
    headers = {"host": "crumb.example", "x-forwarded-proto": "https"}
    response = client.get("/orders", headers=headers, follow_redirects=False)
    assert response.status_code == 307
    assert response.headers["location"] == "http://crumb.example/orders/"


def test_the_operation_answers(client: TestClient) -> None:
    """The path with the slash is the declared one."""
    assert client.get("/orders/").json() == ["2 rye loaves", "1 spelt roll"]
