"""A file with a name to save it under."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "custom_response/tutorial009"


def test_the_file_is_sent_with_its_headers(client: TestClient) -> None:
    """Length, date, tag, ranges and name come with the file."""
    response = client.get("/invoice")
    assert response.text == "2 rye loaves: 9.00\n"
    headers = response.headers
    assert headers["content-type"] == "text/plain; charset=utf-8"
    assert headers["content-length"] == "19"
    assert headers["content-disposition"] == 'attachment; filename="crumb-7.txt"'
    assert headers["accept-ranges"] == "bytes"
    assert {"etag", "last-modified"} < set(headers)


def test_a_part_of_the_file_can_be_asked_for(client: TestClient) -> None:
    """A range is answered with that range."""
    response = client.get("/invoice", headers={"Range": "bytes=0-4"})
    assert response.status_code == 206
    assert response.text == "2 rye"
