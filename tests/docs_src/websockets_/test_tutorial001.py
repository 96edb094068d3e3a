"""A page, and a WebSocket that answers."""

from __future__ import annotations

import pytest
from fastapi import WebSocketDisconnect
from fastapi.testclient import TestClient

EXAMPLE = "websockets_/tutorial001"


def test_the_page_opens_the_socket(client: TestClient) -> None:
    """The script in the page connects to the path of the WebSocket."""
    response = client.get("/")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "new WebSocket(`ws://${location.host}/radio`)" in response.text


def test_each_message_is_answered_until_the_client_leaves(client: TestClient) -> None:
    """Then receiving raises, and nobody catches it."""
    with pytest.raises(WebSocketDisconnect) as left, client.websocket_connect("/radio") as socket:
        for text in ("Is it snowing?", "Any free beds?"):
            socket.send_text(text)
            assert socket.receive_text() == f"Steinbock heard: {text}"
    assert left.value.code == 1000


def test_it_is_not_documented(client: TestClient) -> None:
    """OpenAPI has no place for WebSockets."""
    assert list(client.get("/openapi.json").json()["paths"]) == ["/"]
