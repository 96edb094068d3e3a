"""A stream that goes on where it broke off."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "server_sent_events/tutorial004"


@pytest.mark.parametrize(
    ("headers", "ids"),
    [
        ({}, ["0", "1", "2"]),
        ({"Last-Event-ID": "0"}, ["1", "2"]),
        ({"Last-Event-ID": "1"}, ["2"]),
        ({"Last-Event-ID": "2"}, []),
    ],
)
def test_only_what_is_new_is_sent(
    client: TestClient, headers: dict[str, str], ids: list[str]
) -> None:
    """The header names the last event that has arrived."""
    lines = client.get("/readings/stream", headers=headers).text.splitlines()
    assert [line.removeprefix("id: ") for line in lines if line.startswith("id: ")] == ids


def test_the_header_is_checked(client: TestClient) -> None:
    """An error is answered before the stream begins."""
    response = client.get("/readings/stream", headers={"Last-Event-ID": "x"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("int_parsing", ["header", "last-event-id"])
