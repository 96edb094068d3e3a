"""A dependency that is closed before the response is sent."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial008e"


def test_function_scope_ends_with_the_function(client: TestClient) -> None:
    """With `scope="function"` the cleanup comes before the background task."""
    assert client.get("/members/me").json() == {"member": "mira"}
    assert client.get("/diary").json() == [
        "register opened",
        "operation done",
        "register closed",
        "background task done",
    ]


def test_request_scope_ends_after_everything(client: TestClient) -> None:
    """By default the cleanup comes after the background task."""
    assert client.get("/members/me/loans").json() == {"mira": ["Salt Roads"]}
    assert client.get("/diary").json() == [
        "register opened",
        "operation done",
        "background task done",
        "register closed",
    ]
