"""Real servers on this computer: a free port, a process that is awaited, and ended by its id."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LIMIT = 120.0
"""How long, in seconds, a server may take to start or to end; a busy computer is slow."""

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the headers, the body as text."""

    status: int
    headers: Mapping[str, str]
    text: str


def free_port() -> int:
    """Return a port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def get(port: int, path: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Request a path over a connection of its own."""
    connection = http.client.HTTPConnection(HOST, port, timeout=LIMIT)
    try:
        connection.request("GET", path, headers=dict(headers or {}))
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, found, response.read().decode())
    finally:
        connection.close()


@dataclass
class Server:
    """A server process, its port, and what it has printed so far."""

    process: subprocess.Popen[str]
    port: int
    lines: list[str] = field(default_factory=list)

    @property
    def output(self) -> str:
        """All lines so far."""
        return "".join(self.lines)

    def takes_connections(self) -> bool:
        """Return whether the port is open; a server says it is ready shortly before that."""
        with socket.socket() as probe:
            return probe.connect_ex((HOST, self.port)) == 0

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Request a path of the server."""
        return get(self.port, path, headers)

    def wait_for(self, happened: Callable[[], bool], what: str) -> None:
        """Wait until something has happened, for as long as a server may take."""
        deadline = time.monotonic() + LIMIT
        while not happened():
            if time.monotonic() > deadline:
                raise TimeoutError(f"{what} did not happen; the output so far:\n{self.output}")
            time.sleep(0.05)

    def wait_for_line(self, text: str) -> None:
        """Wait until the server has printed a line that holds the text."""
        self.wait_for(lambda: text in self.output, f"the line {text!r}")

    def end(self) -> int:
        """Ask the process to end, as systemd and Docker do; return its status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(LIMIT)


@contextmanager
def serving(
    command: Sequence[str], folder: Path, *, environment: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """Run a command that serves until the end of the block.

    `{port}` is replaced by a free port, in the command and in the environment.
    """
    port = free_port()
    given = {name: value.format(port=port) for name, value in (environment or {}).items()}
    arguments = [part.format(port=port) for part in command]
    program = Path(sys.executable).parent / arguments[0]
    inherited = {name: value for name, value in os.environ.items() if name != "PORT"}
    process = subprocess.Popen(
        [str(program), *arguments[1:]],
        cwd=folder,
        env={**inherited, "PYTHONUNBUFFERED": "1", **given},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    server = Server(process, port)
    reader = threading.Thread(target=_read, args=(process, server.lines), daemon=True)
    reader.start()
    try:
        server.wait_for_line("Uvicorn running on")
        server.wait_for_line("Application startup complete")
        server.wait_for(server.takes_connections, "the first connection")
        yield server
    finally:
        try:
            server.end()
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # the session that was started above
            process.wait()
        reader.join(LIMIT)


def _read(process: subprocess.Popen[str], lines: list[str]) -> None:
    assert process.stdout is not None
    lines.extend(iter(process.stdout.readline, ""))


@contextmanager
def stripping_proxy(target: int, prefix: str, host: str) -> Iterator[int]:
    """Forward `prefix/…` to the port `target` without the prefix, as for an HTTPS request.

    Yields the proxy's own port. It says what a TLS termination proxy says: the host that was
    asked for, the scheme, and the address of the client.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if not self.path.startswith(f"{prefix}/"):
                self.send_error(404)
                return
            told = {
                "Host": host,
                "X-Forwarded-Proto": "https",
                "X-Forwarded-For": "198.51.100.23",
            }
            answer = get(target, self.path.removeprefix(prefix), told)
            body = answer.text.encode()
            self.send_response(answer.status)
            for name in ("content-type", "location"):
                if name in answer.headers:
                    self.send_header(name, answer.headers[name])
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Print nothing."""

    proxy = ThreadingHTTPServer((HOST, 0), Handler)
    thread = threading.Thread(target=proxy.serve_forever, daemon=True)
    thread.start()
    try:
        yield proxy.server_address[1]
    finally:
        proxy.shutdown()
        proxy.server_close()
        thread.join(LIMIT)
