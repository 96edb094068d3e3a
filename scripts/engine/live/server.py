"""The live server: answers browsers, tells them what changed, and looks at the sources."""

from __future__ import annotations

import contextlib
import errno
import gc
import http.server
import ipaddress
import json
import logging
import shutil
import socket
import tempfile
import threading
import time
import webbrowser
from collections import Counter
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from scripts.docsite import languages
from scripts.docsite.errors import DocsError
from scripts.engine.live import ending, markup
from scripts.engine.live.answers import Answer
from scripts.engine.live.building import Builder
from scripts.engine.live.early import Early
from scripts.engine.live.site import SOURCES, LiveSite
from scripts.engine.live.watching import Changes, Lookout

log = logging.getLogger("mkdocs.docsite.live")

EVENTS = "/_docs_live"
"""The address at which a page asks what became of it."""

PATIENCE = 25.0
"""Seconds after which it is told that nothing happened, and asks again."""

OFTEN, SELDOM = 0.05, 0.5
"""Seconds between looks at the sources, while somebody looks at a page and while nobody does."""

GLANCE = 0.01
"""Seconds between glances at the sources of the pages that were last asked for."""

LAST = 8
"""How many pages those are."""

COMPANY = 30.0
"""Seconds after a request for which somebody counts as looking."""


class LiveServer(http.server.ThreadingHTTPServer):
    """Serves the project at `root` below the path `mount`.

    It has what MkDocs asks of its own live server: `watch`, `unwatch`, `serve` and `shutdown`.
    """

    daemon_threads = True

    def __init__(self, root: Path, host: str, port: int, mount: str = "/", start: str = "") -> None:
        """Listen at `host` and `port`; raise `DocsError` where that can't be done."""
        with contextlib.suppress(ValueError):
            if isinstance(ipaddress.ip_address(host), ipaddress.IPv6Address):
                self.address_family = socket.AF_INET6
        try:
            super().__init__((host, port), Handler)
        except OSError as error:
            raise unavailable(error, host, port) from error
        name = f"[{host}]" if self.address_family == socket.AF_INET6 else host
        self.mount = f"/{mount.strip('/')}/" if mount.strip("/") else "/"
        self.url = f"http://{name}:{port}{self.mount}"
        self.start = start
        self.followed: Counter[str] = Counter()
        """The languages of the pages that are followed, with the number of the pages."""
        self.asked = time.monotonic()
        self.changed = threading.Condition()
        self.changes = 0
        self._early = Early(root)
        self._target = Path(tempfile.mkdtemp(prefix="docs-live-"))
        self._site = LiveSite(root, self._target, self.url)
        self._builder = Builder(self._idle)
        self._hot: dict[str, frozenset[str]] = {}
        self._lookout = Lookout(root, list(SOURCES))
        self._ended = threading.Event()

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Do nothing: the sources are known, and nothing else shows."""

    def unwatch(self, path: str) -> None:
        """Do nothing."""

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Answer until interrupted."""
        ending.as_interrupted()
        gc.disable()  # the builder collects when nobody waits
        threading.Thread(target=self._look, name="lookout", daemon=True).start()
        home = f"{self.url}{self.start}"
        threading.Thread(target=self._begin, daemon=True).start()
        log.info("Serving every language on %s (stop with Ctrl+C)", home)
        if open_in_browser:
            webbrowser.open(home)
        self.serve_forever(poll_interval=0.1)

    def _begin(self) -> None:
        self._builder.do(self._early.wait)
        self.answer(self.start)

    def shutdown(self, wait: bool = False) -> None:
        """End, and remove what was written."""
        self._ended.set()
        self._early.end()
        self.server_close()
        gc.enable()
        gc.freeze()  # a process that ends here need not go through all pages first
        shutil.rmtree(self._target, ignore_errors=True)

    def answer(self, path: str) -> Answer:
        """Return what an address below `mount` shows."""
        self.asked = time.monotonic()
        answer = self._builder.do(lambda: self._site.answer(path))
        if answer.sources:
            self._hot.pop(path, None)
            self._hot[path] = answer.sources
            for old in list(self._hot)[:-LAST]:
                self._hot.pop(old, None)
        return answer

    def news(self, path: str, version: str, problem: str) -> Answer | None:
        """Return what the address shows when it is no longer that; None if that takes too long."""
        code = self._site.language_of(path)
        self.followed[code] += 1
        end = time.monotonic() + PATIENCE
        try:
            while True:
                seen = self.changes
                answer = self.answer(path)
                now = answer.problem.id if answer.problem else ""
                if (answer.version, now) != (version, problem):
                    return answer
                with self.changed:
                    left = end - time.monotonic()
                    if self.changes == seen and not self.changed.wait(max(left, 0)):
                        return None
        finally:
            self.followed[code] -= 1

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about browsers that hang up."""
        log.debug("a request ended early", exc_info=True)

    def _look(self) -> None:
        due = 0.0
        while not self._ended.wait(GLANCE if self._has_company() else SELDOM):
            try:
                found = self._lookout.glance(frozenset().union(*list(self._hot.values())))
                if not found and time.monotonic() > due:
                    found = self._lookout.look()
                    due = time.monotonic() + OFTEN
                if found:
                    self._note(found)
            except Exception:
                log.exception("an error of the live server")

    def _note(self, found: Changes) -> None:
        """Let the site and all who follow a page know of a change."""
        log.info("Changed: %s", _listed(sorted(found.paths)))
        if any(path.startswith("scripts/") for path in found.paths):
            log.warning("Start the server again to use what changed below scripts/")
        self._builder.do(lambda: self._site.note(found))
        self._tell()

    def _has_company(self) -> bool:
        """Return whether somebody looks at a page."""
        return bool(+self.followed) or time.monotonic() - self.asked < COMPANY

    def _tell(self) -> None:
        with self.changed:
            self.changes += 1
            self.changed.notify_all()

    def _idle(self) -> bool:
        """Do some of what was put off: all edited pages, more where somebody looks."""
        done = self._site.read_edited() or any(
            self._site.idle(code) for code in list(+self.followed)
        )
        if done:
            self._tell()
        return done


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers one browser."""

    server: LiveServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        """Answer with a page, a file, or the news of a page."""
        parts = urlsplit(self.path)
        path, mount = unquote(parts.path), self.server.mount
        if path == EVENTS:
            query = {key: values[0] for key, values in parse_qs(parts.query).items()}
            self._news(query)
        elif path.startswith(mount):
            self._answer(path.removeprefix(mount))
        else:
            self._send(HTTPStatus.FOUND, b"", "text/plain", location=mount)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet: the browser shows what was asked for."""

    def _answer(self, path: str) -> None:
        answer = self.server.answer(path)
        location = quote(f"{self.server.mount}{answer.location}") if answer.location else ""
        body = markup.followed(answer) if answer.page else answer.body
        self._send(answer.status, body, answer.type, location=location)

    def _news(self, query: dict[str, str]) -> None:
        path = query.get("path", "/").removeprefix(self.server.mount)
        answer = self.server.news(path, query.get("version", ""), query.get("problem", ""))
        if answer is None:
            self._send(HTTPStatus.NO_CONTENT, b"", "text/plain")
            return
        problem = answer.problem
        data = {
            "version": answer.version,
            "problem": problem.id if problem else "",
            "html": markup.shown(problem, lost=answer.lost) if problem else "",
        }
        self._send(HTTPStatus.OK, json.dumps(data).encode(), "application/json")

    def _send(self, status: int, body: bytes, kind: str, *, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-cache")
        if location:
            self.send_header("Location", location)
        if status != HTTPStatus.NO_CONTENT:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()


def live(root: Path, code: str, *, host: str = "127.0.0.1", port: int = 8008) -> None:
    """Preview all languages, first of all `code`, until interrupted.

    Raises `DocsError` where the language is not registered, or the port is in use.
    """
    language = languages.load(root)[code]
    server = LiveServer(root, host, port, start=language.prefix)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            server.serve()
    finally:
        server.shutdown()


def in_place_of(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer | LiveServer:
    """Return the server that `mkdocs serve` is to run in the place of its own.

    Another language than English on its own stays with MkDocs. Raises `DocsError` where the port
    is in use.
    """
    site = config.extra["docsite"]
    if not site.language.is_source:
        return server
    server.server_close()
    host, port = config.dev_addr
    return LiveServer(site.root, host, port, server.mount_path)


def unavailable(error: OSError, host: str, port: int) -> DocsError:
    """Return what to tell about a port that can't be listened at."""
    reason = error.strerror or str(error)
    hint = "choose another address or port"
    if error.errno == errno.EADDRINUSE:
        reason = "something else listens there already"
        hint = "stop it (it may be another preview), or choose another port"
    return DocsError(f"can't listen at {host}:{port}: {reason}", hint=hint)


def _listed(paths: list[str], limit: int = 5) -> str:
    more = len(paths) - limit
    return ", ".join(paths[:limit]) + (f" and {more} more" if more > 0 else "")
