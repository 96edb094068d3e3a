"""Looking at the site while writing, and at the built site."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from scripts.docsite.errors import DocsError
from scripts.engine import preview
from tests.engine.conftest import Site, heed_interrupts
from tests.support import REPOSITORY

WAIT = 60
"""Seconds after which a server that does not answer fails a test."""

START = (
    "import sys, pathlib; from scripts.engine import preview; "
    "root, port = pathlib.Path(sys.argv[1]), int(sys.argv[2]); preview.{}"
)

LIVE = (
    "import sys, pathlib; from scripts.engine.live import server; "
    "server.live(pathlib.Path(sys.argv[1]), '{}', port=int(sys.argv[2]))"
)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(url: str) -> tuple[int, str]:
    """Return the status and the text of an answer."""
    try:
        with urllib.request.urlopen(url, timeout=WAIT) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@contextmanager
def running(command: list[str], cwd: Path, url: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the block ends; it has answered before the block starts."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "NO_MKDOCS_2_WARNING": "1"}
    log = (cwd / "server.log").open("wb")
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env=environment,
        stdout=log,
        stderr=log,
        start_new_session=True,
        preexec_fn=heed_interrupts,
    )
    try:
        until(lambda: answers(url), lambda: (cwd / "server.log").read_text())
        yield process
    finally:
        with suppress(ProcessLookupError):  # it may have ended
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        log.close()


def answers(url: str) -> bool:
    """Return whether a server answers at the address."""
    try:
        return fetch(url)[0] > 0
    except (OSError, http.client.HTTPException):
        return False


def until(holds: Callable[[], bool], why: Callable[[], str] = str) -> None:
    """Wait until the condition holds."""
    end = time.monotonic() + WAIT
    while not holds():
        assert time.monotonic() < end, why()
        time.sleep(0.05)


def test_mkdocs_serve_shows_every_language(site: Site) -> None:
    """One address serves all languages; who follows a page is told of an edit it shows."""
    port = free_port()
    home = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with running(command, site.root, home):
        assert "Go to" in fetch(home)[1]
        status, spanish = fetch(f"{home}es/")
        assert (status, "Ve a los" in spanish) == (200, True)
        assert 'name="docs-live"' in spanish
        assert fetch(f"{home}es/nada/")[0] == 404
        assert "Twelve." in fetch(f"{home}es/huts/alpenrose/")[1]
        page = "docs/en/huts/alpenrose.md"
        text = site.project.read(page)
        site.change({page: text.replace("Twelve.", "Thirteen.")})
        until(lambda: "Thirteen." in fetch(f"{home}huts/alpenrose/")[1])
        until(lambda: "Thirteen." in fetch(f"{home}es/huts/alpenrose/")[1])


def test_an_error_in_a_page_does_not_end_the_server(site: Site) -> None:
    """The last good page stays, and the next edit is shown."""
    port = free_port()
    home = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with running(command, site.root, home):
        log = site.root / "server.log"
        site.change({"docs/en/index.md": "# Home { #home }\n\n{! nope.md !}\n"})
        until(lambda: "docs/en/index.md:3" in log.read_text(), log.read_text)
        site.change({"docs/en/index.md": "# Home { #home }\n\nMended.\n"})
        until(lambda: "Mended." in fetch(home)[1], log.read_text)


def test_live_previews_every_language(site: Site) -> None:
    """`docs live es` serves Spanish where the built site has it, beside the others."""
    port = free_port()
    home = f"http://127.0.0.1:{port}/"
    code = LIVE.format("es")
    with running([sys.executable, "-c", code, str(site.root), str(port)], site.root, home):
        assert "Ve a los" in fetch(f"{home}es/")[1]
        assert "Go to" in fetch(home)[1]


def test_an_interrupt_ends_the_server(site: Site) -> None:
    """Ctrl+C ends it at once and quietly, whatever browsers wait for."""
    port = free_port()
    home = f"http://127.0.0.1:{port}/"
    code = LIVE.format("en")
    with running([sys.executable, "-c", code, str(site.root), str(port)], site.root, home) as live:
        version = fetch(home)[1].partition('name="docs-live" content="')[2].split(" ")[0]
        query = urllib.parse.urlencode({"path": "/", "version": version, "problem": ""})
        with socket.create_connection(("127.0.0.1", port)) as waiting:
            waiting.sendall(f"GET /_docs_live?{query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            live.send_signal(signal.SIGINT)
            assert live.wait(WAIT) == 0
        assert "Traceback" not in (site.root / "server.log").read_text()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_server_that_is_told_to_end_leaves_nothing(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Nor does one whose terminal is closed: the pages it made for browsers are removed."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    port = free_port()
    home = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with running(command, site.root, home) as live:
        assert any(temporary.iterdir())
        live.send_signal(number)
        assert live.wait(WAIT) == 0
    assert not list(temporary.iterdir())


def test_serve_answers_with_the_languages_own_404(site: Site) -> None:
    """What is not there gets status 404 and the page of the language asked for."""
    site.build()
    port = free_port()
    home = f"http://127.0.0.1:{port}/"
    code = START.format("serve(root, port=port)")
    with running([sys.executable, "-c", code, str(site.root), str(port)], site.root, home):
        assert "Go to" in fetch(home)[1]
        for path, tag in {"nope/": "en", "es/nada/": "es", "fa/x": "fa"}.items():
            status, text = fetch(home + path)
            assert status == 404
            assert re.search(rf'<html lang="{tag}"', text)


def test_serve_without_a_site_says_what_to_do(tmp_path: Path) -> None:
    """There is nothing to serve before a build, and nothing is said to be."""
    told: list[str] = []
    with pytest.raises(DocsError, match="docs build-all"):
        preview.serve(tmp_path, begun=lambda: told.append("begun"))
    assert not told
