"""The server of the built site; the live one is in `live.server`."""

from __future__ import annotations

import http.server
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from scripts.docsite import languages
from scripts.docsite.errors import DocsError
from scripts.engine.builds import driver
from scripts.engine.live import ending
from scripts.engine.live.server import unavailable


def serve(
    root: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8008,
    begun: Callable[[], None] = lambda: None,
) -> None:
    """Serve the built `site/` until interrupted, with each language's own page for errors.

    `begun` is called when it listens. Raises `DocsError` where there is no built site, or the port
    is in use.
    """
    site = root / driver.SITE
    if not (site / "index.html").is_file():
        raise DocsError("there is no built site", hint="build it first: docs build-all")
    codes = languages.load(root).codes
    handler = partial(SiteHandler, directory=str(site), codes=codes)
    try:
        server = http.server.ThreadingHTTPServer((host, port), handler)
    except OSError as error:
        raise unavailable(error, host, port) from error
    begun()
    ending.as_interrupted()
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()


class SiteHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a built site; what is not there gets the 404 page of the language asked for."""

    def __init__(self, *args: Any, codes: Iterable[str], **kwargs: Any) -> None:
        self._codes = tuple(codes)
        super().__init__(*args, **kwargs)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the language's own 404 page where there is one."""
        first = self.path.lstrip("/").split("/", 1)[0]
        folder = Path(self.directory) / (first if first in self._codes else "")
        page = folder / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet: the browser shows what was asked for."""
