"""A stream made by hand."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "custom_response/tutorial007"


def test_all_pieces_arrive(client: TestClient) -> None:
    """What the generator yields makes up the content."""
    response = client.get("/")
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert "content-length" not in response.headers
    assert response.text == "".join(f"loaf {number}\n" for number in range(1, 11))
