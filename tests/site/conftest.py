"""The built site in a browser, and a small site of our own to try the theme on."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

PAGES = Path(__file__).parent / "lab"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, without telling each request."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def site(root: Path) -> Path:
    """Return the folder of the built site: that of SITE_DIR, or `site/`."""
    folder = Path(os.environ.get("SITE_DIR") or root / "site")
    if not (folder / "index.html").is_file():
        pytest.fail(f"there is no built site in {folder}: run `make build`, or set SITE_DIR")
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the built site, and return its address with a slash at the end."""
    with _serving(site) as served:
        yield served


@dataclass
class Visit:
    """A page in a browser, with all that went wrong on it."""

    page: Page
    address: str
    problems: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Note errors, failed requests and requests to anybody else from now on."""
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on("request", self._request)
        self.page.on("response", self._response)

    def open(self, path: str) -> Page:
        """Go to a page, given by its path from the home page, and wait until it is quiet."""
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.problems.append(f"{message.type}: {message.text} ({self.page.url})")

    def _request(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in {"http", "https"} and url.netloc != urlsplit(self.address).netloc:
            self.problems.append(f"asked another host: {request.url} ({self.page.url})")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"{response.status}: {response.url} ({self.page.url})")


Opener = Callable[..., AbstractContextManager[Visit]]


def _opener(browser: Browser, address: str) -> Opener:
    @contextmanager
    def opener(**context: Any) -> Iterator[Visit]:
        opened = browser.new_context(**context)
        visit = Visit(opened.new_page(), address)
        visit.listen()
        try:
            yield visit
            assert visit.problems == []
        finally:
            opened.close()

    return opener


@pytest.fixture(scope="module")
def visiting(browser: Browser, address: str) -> Opener:
    """Return what opens the built site; where it closes, nothing may have gone wrong."""
    return _opener(browser, address)


@pytest.fixture(scope="session")
def lab_address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small site in English, Spanish and Persian with the guide's theme."""
    lab = tmp_path_factory.mktemp("lab")
    (lab / "site").mkdir()
    with _serving(lab / "site") as served:
        _build_lab(root, lab, served)
        yield served


@pytest.fixture(scope="module")
def trying(browser: Browser, lab_address: str) -> Opener:
    """Return what opens the small site."""
    return _opener(browser, lab_address)


def _build_lab(root: Path, lab: Path, address: str) -> None:
    shutil.copytree(PAGES, lab / "docs")
    for folder in ("css", "js", "img"):
        shutil.copytree(root / "docs/en" / folder, lab / "docs/en" / folder)
    shutil.copytree(root / "data", lab / "data")
    shutil.copytree(root / "scripts/templates", lab / "scripts/templates")
    for file in ("package.json", "package-lock.json"):
        shutil.copy(root / file, lab / file)
    (lab / ".cache").symlink_to(root / ".cache")
    config = {
        "INHERIT": str(root / "mkdocs.yml"),
        "site_url": address,
        "theme": {"custom_dir": str(root / "overrides")},
        "nav": ["index.md", {"Learn": ["learn/index.md", "learn/blocks.md"]}],
        "watch": [],
        "hooks": [
            str(root / "scripts/hooks" / f"{name}.py")
            for name in ("language", "assets", "navigation")
        ],
        "plugins": {"docsite": {"enabled": False}, "mkdocstrings": {"enabled": False}},
    }
    (lab / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    for code in ("en", "es", "fa"):
        target = lab / "site" / ("" if code == "en" else code)
        build(
            load_config(
                str(lab / "mkdocs.yml"), docs_dir=str(lab / "docs" / code), site_dir=str(target)
            )
        )
