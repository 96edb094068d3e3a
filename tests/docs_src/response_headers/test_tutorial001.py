"""Headers on a response built by hand."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "response_headers/tutorial001"


def test_both_headers_come_with_the_data(client: TestClient) -> None:
    """The answer has the data and the headers."""
    response = client.get("/stations/7")
    assert response.status_code == 200
    assert response.json() == {"celsius": -4.5}
    assert response.headers["x-station"] == "Steinbock"
    assert response.headers["cache-control"] == "max-age=600"
