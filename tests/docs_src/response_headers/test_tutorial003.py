"""A header from a dependency."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "response_headers/tutorial003"


def test_the_dependency_sets_the_header(client: TestClient) -> None:
    """The header of the dependency is merged into the answer."""
    response = client.get("/stations/7")
    assert response.json() == {"celsius": -4.5}
    assert response.headers["x-calls-left"] == "99"


def test_a_returned_response_has_its_own_headers(client: TestClient) -> None:
    """What the dependency set is not taken over, so it is there once."""
    response = client.get("/stations/8")
    assert response.json() == {"celsius": -2.0}
    assert response.headers["x-station"] == "Birkenhof"
    assert response.headers.get_list("x-calls-left") == ["99"]
