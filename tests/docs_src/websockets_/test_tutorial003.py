"""A room in which everybody hears everybody."""

from __future__ import annotations

from contextlib import suppress
from types import ModuleType

import anyio
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.testclient import WebSocketTestSession
from starlette.types import Message
from starlette.websockets import WebSocketDisconnect

EXAMPLE = "websockets_/tutorial003"


def _heard(socket: WebSocketTestSession, number: int) -> list[str]:
    return [socket.receive_text() for _ in range(number)]


def test_everybody_hears_what_is_said(client: TestClient) -> None:
    """Who speaks gets an answer, all get the message, those who stay hear who leaves."""
    with client.websocket_connect("/chat/mira") as mira:
        with client.websocket_connect("/chat/jonas") as jonas:
            assert _heard(mira, 2) == ["mira has come in", "jonas has come in"]
            jonas.send_text("Snow at Steinbock")
            assert _heard(mira, 1) == ["jonas: Snow at Steinbock"]
            assert _heard(jonas, 3) == [
                "jonas has come in",
                "You said: Snow at Steinbock",
                "jonas: Snow at Steinbock",
            ]
        assert _heard(mira, 1) == ["jonas has left"]


def test_a_socket_that_breaks_does_not_disturb_the_others(
    client: TestClient, module: ModuleType
) -> None:
    """The room goes on telling the rest."""

    class Broken:
        async def send_text(self, text: str) -> None:
            raise WebSocketDisconnect(1006)

    module.room.sockets.append(Broken())
    with client.websocket_connect("/chat/mira") as mira:
        mira.send_text("Hello")
        assert _heard(mira, 3) == ["mira has come in", "You said: Hello", "mira: Hello"]


def test_who_breaks_off_while_it_is_told_leaves_the_room(app: FastAPI, module: ModuleType) -> None:
    """Nobody stays in the room whose own message can't be delivered."""
    incoming = iter(
        [{"type": "websocket.connect"}, {"type": "websocket.receive", "text": "Snow at Steinbock"}]
    )
    delivered = []

    async def receive() -> Message:
        return next(incoming)

    async def send(message: Message) -> None:
        if "mira: " in message.get("text", ""):
            raise OSError
        delivered.append(message.get("text"))

    scope = {"type": "websocket", "path": "/chat/mira", "headers": [], "query_string": b""}
    with suppress(RuntimeError):
        anyio.run(app, scope, receive, send)
    assert delivered == [None, "mira has come in", "You said: Snow at Steinbock"]
    assert module.room.sockets == []
