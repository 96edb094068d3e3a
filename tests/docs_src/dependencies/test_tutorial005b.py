"""A dependency that is used twice in one request."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial005b"


def test_the_value_is_shared_within_a_request(client: TestClient) -> None:
    """The dependency is called once a request, and again for the next one."""
    assert client.get("/once").json() == [1, 1]
    assert client.get("/once").json() == [2, 2]


def test_without_the_cache_it_is_called_again(client: TestClient) -> None:
    """`use_cache=False` asks for a value of its own."""
    assert client.get("/twice").json() == [1, 2]
