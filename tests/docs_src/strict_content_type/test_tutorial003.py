"""A router without the check in an app with it."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "strict_content_type/tutorial003"
BODY = b'{"title": "Maps of the Harbor"}'


def test_the_router_accepts_a_missing_content_type(client: TestClient) -> None:
    """The old device prints without a header."""
    answer = client.post("/scanner/labels", content=BODY)
    assert answer.json() == "Printing 1 x Maps of the Harbor"


def test_the_app_stays_strict(client: TestClient) -> None:
    """What is not part of the router still needs the header."""
    assert client.post("/labels", content=BODY).status_code == 422
    answer = client.post("/labels", json={"title": "Maps of the Harbor"})
    assert answer.json() == "Printing 1 x Maps of the Harbor"
