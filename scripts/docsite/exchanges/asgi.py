"""A client that calls an app in process, as a server would: HTTP, WebSocket and lifespan."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import traceback
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from scripts.docsite.exchanges import faults
from scripts.docsite.exchanges.faults import Faulty
from scripts.docsite.exchanges.sockets import App, Event, Socket
from scripts.docsite.exchanges.wire import HOST, Sent

LARGEST = 4 * 1024 * 1024
"""How many bytes of a body are read before it counts as endless."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an app answered to a request."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    error: str = ""
    """The exception that no handler caught, in one line; a server logs it."""

    def header(self, name: str) -> str:
        """Return the value of the first header of that name, empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")


@dataclass
class _Exchange:
    """A request in the middle of being answered."""

    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytearray = field(default_factory=bytearray)
    sent: bool = False
    done: asyncio.Event = field(default_factory=asyncio.Event)


class Client:
    """Calls one app; `start` before the first request, `stop` behind the last."""

    def __init__(self, app: App, sources: Path) -> None:
        """Take the app; `sources` is the folder whose lines an error may name."""
        self.app = app
        self.sources = sources
        self.state: dict[str, Any] = {}
        self._stopping = asyncio.Event()
        self._started: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._lifespan: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start the app up; raises `Faulty` where it fails."""
        self._lifespan = asyncio.create_task(self._run_lifespan())
        either: list[asyncio.Future[Any]] = [self._started, self._lifespan]
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if not self._started.done() or not self._started.result():
            await self._end_lifespan("start")

    async def stop(self) -> None:
        """Shut the app down; raises `Faulty` where it fails."""
        self._stopping.set()
        await self._end_lifespan("shut down")

    async def _end_lifespan(self, step: str) -> None:
        if self._lifespan is None:
            return
        lifespan, self._lifespan = self._lifespan, None
        try:
            await lifespan
        except Exception as error:
            raise Faulty(
                faults.NOT_LOADED,
                f"the app does not {step}: {self._described(error)}",
                "mend its lifespan function",
            ) from error

    async def _run_lifespan(self) -> None:
        asked = False

        async def receive() -> Event:
            nonlocal asked
            if not asked:
                asked = True
                return {"type": "lifespan.startup"}
            await self._stopping.wait()
            return {"type": "lifespan.shutdown"}

        async def send(event: Event) -> None:
            if event["type"].startswith("lifespan.startup."):
                self._started.set_result(event["type"] == "lifespan.startup.complete")

        scope = {"type": "lifespan", "asgi": {"version": "3.0"}, "state": self.state}
        try:
            await self.app(scope, receive, send)
        except Exception:
            if asked:  # an app that knows no lifespan raises before it asks, and is served
                raise

    async def request(self, sent: Sent, limit: float) -> Answer:
        """Send a request and return the answer; raises `Faulty` where it does not end."""
        exchange = _Exchange()
        scope = self._scope("http", sent) | {"method": sent.method}
        error = ""
        try:
            async with asyncio.timeout(limit) as deadline:
                await self.app(
                    scope,
                    lambda: _receive(exchange, sent.body),
                    lambda event: _send(exchange, event),
                )
        except Exception as caught:
            if deadline.expired() or len(exchange.body) > LARGEST:
                raise _endless(limit, exchange) from None
            error = self._described(caught)
        if exchange.status is None:
            plain = (("content-type", "text/plain; charset=utf-8"),)
            return Answer(500, plain, b"Internal Server Error", error or "it sent no response")
        body = b"" if sent.method == "HEAD" else _decoded(exchange)
        return Answer(exchange.status, exchange.headers, body, error)

    def connect(self, sent: Sent) -> Socket:
        """Begin a WebSocket conversation."""
        scope = self._scope("websocket", sent)
        wanted = [value for name, value in sent.headers if name == b"sec-websocket-protocol"]
        scope["extensions"] = {"websocket.http.response": {}}
        scope["subprotocols"] = [
            name.strip() for value in wanted for name in value.decode("latin-1").split(",")
        ]
        return Socket(self.app, scope, self._described)

    def _scope(self, kind: str, sent: Sent) -> dict[str, Any]:
        path, _, query = sent.target.partition("?")
        host, port = HOST.split(":")
        return {
            "type": kind,
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "scheme": "ws" if kind == "websocket" else "http",
            "path": unquote(path),
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": list(sent.headers),
            "client": (host, 50000),
            "server": (host, int(port)),
            "state": self.state.copy(),
        }

    def _described(self, error: BaseException) -> str:
        """Return an exception in one line, with the line of the example that raised it."""
        while isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]
        frames = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames if Path(frame.filename).is_relative_to(self.sources)]
        where = ""
        if own:
            inside = Path(own[-1].filename).relative_to(self.sources).as_posix()
            where = f" ({self.sources.name}/{inside}:{own[-1].lineno})"
        return f"{type(error).__name__}: {error}{where}"


async def _receive(exchange: _Exchange, body: bytes) -> Event:
    if not exchange.sent:
        exchange.sent = True
        return {"type": "http.request", "body": body, "more_body": False}
    await exchange.done.wait()
    return {"type": "http.disconnect"}


async def _send(exchange: _Exchange, event: Event) -> None:
    if event["type"] == "http.response.start":
        exchange.status = event["status"]
        exchange.headers = tuple(
            (name.decode("latin-1").lower(), value.decode("latin-1"))
            for name, value in event.get("headers", ())
        )
    elif event["type"] == "http.response.body":
        exchange.body += event.get("body", b"")
        if not event.get("more_body", False):
            exchange.done.set()
        elif len(exchange.body) > LARGEST:
            raise ConnectionError("the body grows beyond all measure")
    await asyncio.sleep(0)  # a stream that never waits could not be cancelled otherwise


def _decoded(exchange: _Exchange) -> bytes:
    """Return the body as a client reads it, unpacked where it was sent packed."""
    body = bytes(exchange.body)
    if dict(exchange.headers).get("content-encoding") == "gzip":
        with contextlib.suppress(OSError, zlib.error, EOFError):
            return gzip.decompress(body)
    return body


def _endless(limit: float, exchange: _Exchange) -> Faulty:
    received = exchange.body.decode(errors="replace")
    so_far = f"; it began with {received[:60]!r}" if received else ""
    what = "the response never ends" if exchange.status is not None else "no response comes"
    if exchange.done.is_set():
        what = "the response has ended, and the work behind it does not"
    return Faulty(
        faults.NEVER_ENDS,
        f"{what}: waited {limit:g} seconds{so_far}",
        "let the example end: stop a stream after a few parts, wait for nothing long",
    )
