"""A WebSocket with parameters and a dependency."""

from __future__ import annotations

import pytest
from fastapi import WebSocketDisconnect
from fastapi.testclient import TestClient

EXAMPLE = "websockets_/tutorial002"
RADIO = "/huts/Steinbock/radio"


def test_a_token_opens_the_connection(client: TestClient) -> None:
    """Path, query and dependency are read as in an operation."""
    with client.websocket_connect(f"{RADIO}?token=edelweiss&channel=7") as socket:
        assert socket.receive_text() == "Your pass: token edelweiss"
        assert socket.receive_text() == "Channel 7"
        socket.send_text("Is it snowing?")
        assert socket.receive_text() == "Steinbock heard: Is it snowing?"


def test_a_cookie_opens_it_as_well(client: TestClient) -> None:
    """The channel may be left out."""
    client.cookies.set("session", "blue")
    with client.websocket_connect(RADIO) as socket:
        assert socket.receive_text() == "Your pass: session blue"
        socket.send_text("Hello")
        assert socket.receive_text() == "Steinbock heard: Hello"


def test_without_a_pass_it_is_closed(client: TestClient) -> None:
    """The dependency refuses before the connection is accepted."""
    with pytest.raises(WebSocketDisconnect) as refused, client.websocket_connect(RADIO):
        pass
    assert (refused.value.code, refused.value.reason) == (1008, "No pass")


def test_a_wrong_parameter_closes_it(client: TestClient) -> None:
    """The reason is the list of errors that an operation would answer with."""
    target = f"{RADIO}?token=edelweiss&channel=seven"
    with pytest.raises(WebSocketDisconnect) as refused, client.websocket_connect(target):
        pass
    assert refused.value.code == 1008
    assert "int_parsing" in str(refused.value.reason)
