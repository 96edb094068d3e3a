"""Handlers in place of the ones that FastAPI brings."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "handling_errors/tutorial004"


def test_hut_is_sent(client: TestClient) -> None:
    """Without an error the answer is JSON."""
    assert client.get("/huts/1").json() == {"hut_id": 1}


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        (
            "/huts/birkenhof",
            400,
            "path.hut_id: Input should be a valid integer, unable to parse string as an integer",
        ),
        ("/huts/3", 404, "There are two huts."),
        ("/trails", 404, "Not Found"),
    ],
)
def test_errors_are_text(client: TestClient, path: str, status: int, text: str) -> None:
    """Wrong data, raised errors and unknown paths are answered as text."""
    response = client.get(path)
    assert (response.status_code, response.text) == (status, text)
    assert response.headers["content-type"] == "text/plain; charset=utf-8"


def test_headers_of_the_error_are_kept(client: TestClient) -> None:
    """The list of methods that comes with a 405 is not lost."""
    response = client.post("/huts/1")
    assert (response.status_code, response.headers["allow"]) == (405, "GET")
