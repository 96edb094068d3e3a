"""A route that adds the body to its errors."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "custom_request_and_route/tutorial002"


def test_a_list_of_numbers_is_added_up(client: TestClient) -> None:
    """A good request is answered as always."""
    assert client.post("/", json=[1870, 2871]).json() == {"sum": 4741}


def test_an_error_shows_the_body(client: TestClient) -> None:
    """The client sees what the server has received."""
    response = client.post("/", json={"altitudes": [1870]})
    assert response.status_code == 422
    assert response.json() == {
        "detail": [{"type": "list_type", "loc": ["body"], "msg": "Input should be a valid list"}],
        "body": '{"altitudes":[1870]}',
    }


def test_a_body_that_is_no_text_is_shown_too(client: TestClient) -> None:
    """Bytes that are no UTF-8 are replaced."""
    response = client.post("/", content=b"\xff[1]", headers={"Content-Type": "text/plain"})
    assert response.status_code == 422
    assert response.json()["body"] == "\ufffd[1]"
