"""Looking at the site: the live servers, and the server of the built site."""

from __future__ import annotations

import http.server
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from scripts.docsite import languages
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, SOURCE
from scripts.engine import driver

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def live(root: Path, code: str, *, host: str = "127.0.0.1", port: int = 8008) -> None:
    """Preview the language `code` with live reload until interrupted.

    Raises `DocsError` where the language is not registered.
    """
    language = languages.load(root)[code]
    mkdocs_serve.serve(
        config_file=str(root / "mkdocs.yml"),
        docs_dir=str(root / DOCS / language.code),
        dev_addr=f"{host}:{port}",
    )


def serve(root: Path, *, host: str = "127.0.0.1", port: int = 8008) -> None:
    """Serve the built `site/` until interrupted, with each language's own page for errors.

    Raises `DocsError` where there is no built site.
    """
    site = root / driver.SITE
    if not (site / "index.html").is_file():
        raise DocsError("there is no built site", hint="build it first: docs build-all")
    codes = languages.load(root).codes
    handler = partial(SiteHandler, directory=str(site), codes=codes)
    with http.server.ThreadingHTTPServer((host, port), handler) as server:
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


def all_languages(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
    """Let MkDocs' own live server serve the other languages too, built when first asked for."""
    site = config.extra["docsite"]
    if not site.language.is_source:
        return server
    others = _OtherLanguages(
        server, site.root, [c for c in site.tree.languages.codes if c != SOURCE]
    )
    server.builder = others.forgetting(server.builder)
    server.set_app(others.application(server.serve_request))
    for name in (DOCS, "data", "docs_src", "overrides"):
        if (site.root / name).is_dir():
            server.watch(str(site.root / name))
    return server


class _OtherLanguages:
    """Languages beside the one that MkDocs previews: built on demand, forgotten on a change."""

    def __init__(self, server: LiveReloadServer, root: Path, codes: list[str]) -> None:
        self._server, self._root, self._codes = server, root, codes
        self._target = Path(tempfile.mkdtemp(prefix="docs-live-"))
        self._built: dict[str, LiveReloadServer] = {}
        self._lock = threading.Lock()

    def forgetting(self, builder: Callable[[], None]) -> Callable[[], None]:
        """Return the builder, made to forget what was built of the other languages."""

        def build() -> None:
            with self._lock:
                self._built.clear()
            builder()

        return build

    def application(self, english: Application) -> Application:
        """Return the server's application, extended by the other languages' folders."""

        def serve(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
            first = environ["PATH_INFO"].lstrip("/").split("/", 1)[0]
            if first not in self._codes:
                return english(environ, start)
            with self._lock:
                if first not in self._built and (problem := self._build(first)):
                    start(
                        "500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")]
                    )
                    return [problem.encode()]
                part = self._built[first]
                # A page reloads when the main server has seen a change after it was sent.
                part._wanted_epoch = part._visible_epoch = self._server._visible_epoch
            return part.serve_request(environ, start)

        return serve

    def _build(self, code: str) -> str:
        """Build a language in a process of its own; return what went wrong, or nothing."""
        shutil.rmtree(self._target / code, ignore_errors=True)
        command = [sys.executable, "-m", "scripts.engine", str(self._root), str(self._target), code]
        done = subprocess.run(
            [*command, self._server.url],
            cwd=self._root,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            return done.stderr
        host, port = self._server.server_address[:2]
        part = LiveReloadServer(
            self._server.builder, str(host), int(port), str(self._target / code), f"/{code}/"
        )
        part._watched_paths = self._server._watched_paths
        page = self._target / code / "404.html"
        part.error_handler = lambda status: page.read_bytes() if status == 404 else None
        self._built[code] = part
        return ""
