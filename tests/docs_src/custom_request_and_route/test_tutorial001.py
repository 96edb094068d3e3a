"""A route that unpacks compressed bodies."""

from __future__ import annotations

import gzip

import pytest
from fastapi.testclient import TestClient
from starlette.requests import Request

EXAMPLE = "custom_request_and_route/tutorial001"

JSON = {"Content-Type": "application/json"}
PACKED = {**JSON, "Content-Encoding": "gzip"}


def test_a_plain_body_is_taken_as_it_is(client: TestClient) -> None:
    """Without the header, nothing is unpacked."""
    assert client.post("/sum", json=[1870, 2871]).json() == {"sum": 4741}


def test_a_compressed_body_is_unpacked(client: TestClient) -> None:
    """The operation receives what the client has compressed."""
    response = client.post("/sum", content=gzip.compress(b"[1870, 2871]"), headers=PACKED)
    assert response.status_code == 200
    assert response.json() == {"sum": 4741}


def test_what_was_unpacked_is_checked(client: TestClient) -> None:
    """A text in the list is refused as always."""
    content = gzip.compress(b'["Steinbock"]')
    response = client.post("/sum", content=content, headers=PACKED)
    assert response.status_code == 422
    assert response.json()["detail"][0]["type"] == "int_parsing"


def test_a_body_that_is_no_gzip_data_is_refused(client: TestClient) -> None:
    """The header alone does not make the body one."""
    response = client.post("/sum", content=b"[1870, 2871]", headers=PACKED)
    assert response.status_code == 400
    assert response.json() == {"detail": "The body is no gzip data"}


@pytest.mark.parametrize(
    "content",
    [gzip.compress(b" " * 10_000_000 + b"[1]"), gzip.compress(b"[1870, 2871]")[:-9]],
    ids=["large", "cut off"],
)
def test_a_body_is_unpacked_up_to_a_limit(client: TestClient, content: bytes) -> None:
    """A few kilobytes can't fill the memory, and half a body is not used."""
    assert len(content) < 10_000
    response = client.post("/sum", content=content, headers=PACKED)
    assert response.status_code == 413
    assert response.json() == {"detail": "The body is too large or not complete"}


def test_the_body_can_be_read_again(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is unpacked once is kept, also for those who look at the request later."""
    seen: list[bytes] = []
    original = Request.json

    async def twice(request: Request) -> object:
        seen.append(await request.body())
        seen.append(await request.body())
        return await original(request)

    monkeypatch.setattr(Request, "json", twice)
    client.post("/sum", content=gzip.compress(b"[1]"), headers=PACKED)
    assert seen == [b"[1]", b"[1]"]
