"""A WebSocket conversation with an app, in process: events handed to it and heard from it."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Event = MutableMapping[str, Any]
App = Callable[
    [Event, Callable[[], Awaitable[Event]], Callable[[Event], Awaitable[None]]], Awaitable[None]
]


class Socket:
    """One WebSocket conversation with an app."""

    def __init__(
        self, app: App, scope: dict[str, Any], describe: Callable[[BaseException], str]
    ) -> None:
        """Begin the handshake."""
        self._describe = describe
        self._to_app: deque[Event] = deque([{"type": "websocket.connect"}])
        self._from_app: deque[Event] = deque()
        self._changed = asyncio.Condition()
        self._waiting = False
        self.error = ""
        self._task = asyncio.create_task(self._run(app, scope))
        self._task.add_done_callback(lambda _: asyncio.create_task(self._wake()))

    async def _wake(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _run(self, app: App, scope: dict[str, Any]) -> None:
        try:
            await app(scope, self._receive, self._send)
        except Exception as error:
            self.error = self._describe(error)
            await self._send({"type": "websocket.close", "code": 1011, "reason": ""})

    async def _receive(self) -> Event:
        async with self._changed:
            self._waiting = True
            self._changed.notify_all()
            try:
                await self._changed.wait_for(lambda: bool(self._to_app))
            finally:
                self._waiting = False
            return self._to_app.popleft()

    async def _send(self, event: Event) -> None:
        async with self._changed:
            if event["type"] != "websocket.http.response.body":
                self._from_app.append(event)
            self._changed.notify_all()

    async def tell(self, event: Event) -> None:
        """Hand an event to the app."""
        async with self._changed:
            self._to_app.append(event)
            self._changed.notify_all()

    async def hear(self, quiet: float | None) -> Event | None:
        """Return the next event from the app, or None where none will come.

        None comes when the app has ended, and when it waits for the client for `quiet` seconds;
        with None for `quiet` an app that waits is waited for, too.
        """
        async with self._changed:
            await self._changed.wait_for(
                lambda: self._has_news or (quiet is not None and self._waiting)
            )
            if not self._has_news:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(quiet):
                        await self._changed.wait_for(lambda: self._has_news)
            return self._from_app.popleft() if self._from_app else None

    @property
    def _has_news(self) -> bool:
        return bool(self._from_app) or self._task.done()

    async def end(self, limit: float) -> None:
        """Disconnect, and wait for the app to end."""
        await self.tell({"type": "websocket.disconnect", "code": 1000, "reason": ""})
        await asyncio.wait([self._task], timeout=limit)
        self._task.cancel()
        await asyncio.wait([self._task], timeout=limit)
