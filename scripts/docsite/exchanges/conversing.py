"""One WebSocket conversation: send what the client sends, compare what the app answers."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import faults, json_pattern, masks, matching, merging, wire
from scripts.docsite.exchanges.asgi import Client
from scripts.docsite.exchanges.elements import Close, Conversation
from scripts.docsite.exchanges.faults import Faulty
from scripts.docsite.exchanges.json_pattern import ELLIPSIS
from scripts.docsite.exchanges.loop import GRACE
from scripts.docsite.exchanges.outcome import Edit, Verdict
from scripts.docsite.exchanges.serving import Served
from scripts.docsite.exchanges.sockets import Event, Socket
from scripts.docsite.exchanges.wire import Sent
from scripts.docsite.model import Location

NORMAL = 1000
_REFUSED = 1006
_QUIET = 2.0
"""How long, in seconds, an app that waits for the client can still send a message."""

_SHORTLY = 0.05
"""The same at the end of a conversation, where no further message is shown."""


def hold(served: Served, path: str, turn: Conversation) -> Verdict:
    """Hold a conversation of the page `path`, and return what differs."""
    sent = wire.encode(turn.request, path)
    talk = served.converse(lambda client: _talk(client, sent, turn, served.limit))
    differences, edits = talk.compared(turn, path)
    return Verdict(path, turn.line, tuple(differences), tuple(edits))


class _Talk:
    """What was really said: the texts received for each message shown, and the end."""

    def __init__(self) -> None:
        self.received: dict[int, str] = {}
        """By the line of the shown message."""
        self.more: list[str] = []
        self.close: Close | None = None
        self.error = ""

    def compared(self, turn: Conversation, path: str) -> tuple[list[str], list[Edit]]:
        """Return what differs from the shown conversation, and the edits that mend it."""
        differences: list[str] = []
        edits: list[Edit] = []
        for message in turn.messages:
            if message.sent:
                continue
            real = self.received.get(message.line)
            if real is None:
                differences.append(f"line {message.line}: this message does not come")
                edits.append(Edit(message.line, message.line, ()))
            elif not _is_same(message.text, real, path):
                differences.append(
                    f"line {message.line}: shown is {message.text!r}, real is {real!r}"
                )
                text = _merged(message.text, real, path)
                edits.append(Edit(message.line, message.line, (f"< {text}".rstrip(),)))
        shown = turn.close
        close_line = shown.line if shown else turn.end_line + 1
        if self.more:
            differences.append(f"more messages come at the end: {self.more}")
            lines = tuple(f"< {text}".rstrip() for text in self.more)
            edits.append(Edit(close_line, close_line - 1, lines))
        if not _is_same_end(shown, self.close, path):
            real_end = str(self.close) if self.close else "the app does not close"
            differences.append(f"the end: shown is {shown or 'none'}, real is {real_end}")
            last = close_line if shown else close_line - 1
            edits.append(Edit(close_line, last, _mended_end(shown, self.close, path)))
        if differences and self.error:
            differences.append(f"the example raised {self.error}")
        return differences, edits


async def _talk(client: Client, sent: Sent, turn: Conversation, limit: float) -> _Talk:
    """Hold the conversation with a running app, and return what was said."""
    talk = _Talk()
    socket = client.connect(sent)
    try:
        async with asyncio.timeout(limit) as deadline:
            answer = await socket.hear(None)
            if answer is not None and answer["type"] == "websocket.accept":
                await _exchange(socket, turn, talk)
            else:
                talk.close = _close(answer)
    except TimeoutError:
        if not deadline.expired():
            raise
        raise Faulty(
            faults.NEVER_ENDS,
            f"the conversation does not go on: waited {limit:g} seconds",
            "look whether the example sends each message that the page shows",
        ) from None
    finally:
        talk.error = socket.error
        await socket.end(GRACE)
    return talk


async def _exchange(socket: Socket, turn: Conversation, talk: _Talk) -> None:
    for message in turn.messages:
        if message.sent:
            await socket.tell({"type": "websocket.receive", "text": message.text})
            continue
        event = await socket.hear(_QUIET)
        if event is None or event["type"] != "websocket.send":
            talk.close = _close(event)
            return
        talk.received[message.line] = _text(event)
    closed_by_app = turn.close is not None and turn.close.code != NORMAL
    while (event := await socket.hear(None if closed_by_app else _SHORTLY)) is not None:
        if event["type"] != "websocket.send":
            talk.close = _close(event)
            return
        talk.more.append(_text(event))
    # Nothing more comes: the client ends the conversation, in the way that every client does.
    talk.close = _close(None) if turn.close else None


def _text(event: Event) -> str:
    text = event.get("text")
    return text if text is not None else bytes(event.get("bytes") or b"").decode(errors="replace")


def _close(event: Event | None) -> Close:
    """Return how the conversation ended; an app that just returns closes with 1000."""
    if event is None:
        return Close(NORMAL, "", 0)
    if event["type"] == "websocket.close":
        return Close(event.get("code") or NORMAL, _reason(event.get("reason")), 0)
    return Close(_REFUSED, f"refused with status {event.get('status')}", 0)


def _reason(reason: object) -> str:
    """Return a reason as a text; FastAPI gives a list of errors where parameters don't fit."""
    return reason if isinstance(reason, str) else json.dumps(reason) if reason else ""


def _is_same(shown: str, real: str, path: str) -> bool:
    if shown == ELLIPSIS or masks.matches(shown, real):
        return True
    if not wire.is_json(real):
        return False
    try:
        pattern = json_pattern.parse(shown, Location(path))
    except DocsError:
        return False
    return matching.is_same(pattern, json.loads(real))


def _merged(shown: str, real: str, path: str) -> str:
    """Return the real message, with what still fits of the shown one where both are JSON."""
    if not wire.is_json(real):
        return real
    try:
        pattern = json_pattern.parse(shown, Location(path))
    except DocsError:
        return real
    text = merging.merge_json(shown, pattern, json.loads(real))
    return text if "\n" not in text else real


def _is_same_end(shown: Close | None, real: Close | None, path: str) -> bool:
    if shown is None or real is None:
        return shown is real
    return shown.code == real.code and _is_same(shown.reason, real.reason, path)


def _mended_end(shown: Close | None, real: Close | None, path: str) -> tuple[str, ...]:
    if real is None:
        return ()
    reason = _merged(shown.reason, real.reason, path) if shown else real.reason
    return (str(replace(real, reason=reason)),)
