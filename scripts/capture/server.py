"""An example, served for real: uvicorn on a free port of this computer, in a folder of its own."""

from __future__ import annotations

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from scripts.docsite import screenshots
from scripts.docsite.errors import DocsError
from scripts.docsite.examples import SOURCES
from scripts.docsite.model import Location
from scripts.docsite.screenshots import Shot

HOST = "127.0.0.1"
LIMIT = 60.0
"""How long, in seconds, an example may take to start or to end; a busy computer is slow."""


@contextlib.contextmanager
def serving(root: Path, shot: Shot) -> Iterator[str]:
    """Serve the example of a shot until the end of the block; give its address.

    Raises `DocsError` where it does not start.
    """
    port = _free_port()
    parts = PurePosixPath(shot.example).with_suffix("").parts
    target = f"{'.'.join([SOURCES, *parts])}:{shot.app}"
    command = [sys.executable, "-m", "uvicorn", target, "--host", HOST, "--port", str(port)]
    # Examples that ask the user for settings get none of those of this computer's user.
    kept = ("PATH", "HOME", "LANG", "TMPDIR")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    with (
        tempfile.TemporaryDirectory(prefix="screenshot-") as folder,
        tempfile.TemporaryFile("w+", encoding="utf-8") as output,
    ):
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            if not _answers(process, port):
                output.seek(0)
                raise _failed(shot, output.read())
            yield f"http://{HOST}:{port}"
        finally:
            _end(process)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until the server answers; return False where it ends or does not in time."""
    end = time.monotonic() + LIMIT
    while process.poll() is None and time.monotonic() < end:
        connection = http.client.HTTPConnection(HOST, port, timeout=LIMIT)
        try:
            connection.request("GET", "/openapi.json")
            return connection.getresponse().status < 500
        except OSError:
            time.sleep(0.05)
        finally:
            connection.close()
    return False


def _failed(shot: Shot, output: str) -> DocsError:
    lines = output.strip().splitlines()
    said = lines[-1] if lines else "it said nothing"
    return DocsError(
        f"the example does not start: {said}",
        at=Location(screenshots.source(shot)),
        hint="run it with `fastapi dev`, and mend it or the screenshot",
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
