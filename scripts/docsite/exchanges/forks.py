"""Commands that import FastAPI first: run by a process that has done so, and forks for each.

That saves the import, most of what a command takes. It is done only where the child can't be told
from a new Python by what it runs: what is imported before it, the command would have imported
before any other code of its own. Everything else has a Python of its own.
"""

from __future__ import annotations

import ast
import atexit
import importlib.util
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from scripts.docsite.exchanges import starting
from scripts.docsite.exchanges.starting import Start

PREPARED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"python": ("fastapi",), "pytest": ("pytest", "fastapi"), "fastapi": ("fastapi.cli",)}
)
"""What is imported for the commands of each program."""

_SERVER = Path(__file__).parent / "prepared" / "server.py"
_CHUNK = 1 << 16


def is_alike(start: Start) -> bool:
    """Return whether a child runs a command just as a new Python does, but for a frame below."""
    if start.settings or start.name not in PREPARED:
        return False  # what is imported could have read another environment
    if start.name == "fastapi":
        return True  # the program imports itself before it looks at anything
    if start.name == "python" and start.arguments[:1] == ("-c",):
        code = start.arguments[1] if len(start.arguments) > 1 else ""
        return _begins_with_fastapi(code, start.name) and not _hides_modules(start.folder)
    if start.name == "python":
        entries = [start.folder / word for word in start.arguments[:1]]
    else:
        entries = list(_collected(start))
    return bool(entries) and all(
        entry.is_file()
        and _begins_with_fastapi(entry.read_text(encoding="utf-8", errors="replace"), start.name)
        and not _hides_modules(entry.parent)
        for entry in entries
    )


def _collected(start: Start) -> Iterator[Path]:
    """Yield the files that pytest imports of what it is told to run."""
    for word in start.arguments:
        place = start.folder / word.split("::")[0]
        if place.is_file():
            yield place
        for file in sorted((place if place.is_dir() else place.parent).rglob("[!.]*.py")):
            is_test = place.is_dir() and file.name.startswith("test_")
            is_package = file.name == "__init__.py" and file.stat().st_size
            if place.exists() and (is_test or is_package or file.name == "conftest.py"):
                yield file


def _begins_with_fastapi(source: str, program: str) -> bool:
    """Return whether code imports FastAPI before it does anything else of consequence.

    `program` is what imports the code, and is imported already.
    """
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError):
        return False
    for statement in statements:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue
        if isinstance(statement, ast.ImportFrom) and statement.level == 0:
            names = [statement.module or ""]
        elif isinstance(statement, ast.Import):
            names = [alias.name for alias in statement.names]
        else:
            return False
        for name in names:
            package = name.split(".")[0]
            if package == "fastapi":
                return True
            if package not in sys.stdlib_module_names and package != program:
                return False
    return False


def _hides_modules(folder: Path) -> bool:
    """Return whether a module in the folder has the name of an installed one, and hides it."""
    names = {
        entry.stem
        for entry in folder.iterdir()
        if entry.is_file() or (entry / "__init__.py").is_file()
    }
    return any(
        name.isidentifier() and not name.startswith("__") and importlib.util.find_spec(name)
        for name in names
    )


class _Server:
    """The process that forks for the commands of one program."""

    def __init__(self, start: Start) -> None:
        """Start it with the environment of a first command; each child gets its own."""
        self._connection, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, str(_SERVER), str(theirs.fileno()), *PREPARED[start.name]],
                cwd="/",
                env=start.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        atexit.register(self._close, os.getpid())

    def _close(self, owner: int) -> None:
        if os.getpid() == owner:  # not in what was forked from it meanwhile
            self._connection.close()
            self._process.communicate()

    def run(self, start: Start, limit: float) -> tuple[int, bytes] | None:
        """Return a command's exit status and output, or None where it does not end in time."""
        words = start.arguments if start.name == "python" else start.words
        request = [sys.executable, *words], str(start.folder), start.environment
        source, sink = os.pipe()
        with os.fdopen(source, "rb", buffering=0), os.fdopen(sink, "wb", buffering=0) as stream:
            socket.send_fds(self._connection, [json.dumps(request).encode()], [sink])
            stream.close()
            child, end = self._told(), time.monotonic() + limit
            output = _read(source, end)
            in_time = output is not None and _is_ready(self._connection, end)
            if not in_time:
                os.killpg(child, signal.SIGKILL)  # the session that the child has just begun
            status = self._told()
        return (status, output) if output is not None and in_time else None

    def _told(self) -> int:
        """Return the number that the process tells next."""
        message = self._connection.recv(_CHUNK)
        if not message:
            output, _ = self._process.communicate()
            raise RuntimeError(f"the process that forks has ended: {output.decode()}")
        return int(message)


def _is_ready(source: int | socket.socket, end: float) -> bool:
    """Wait until there is something to read, or until the time `end`."""
    poll = select.poll()  # which takes any number of a file, unlike select
    poll.register(source, select.POLLIN)
    return bool(poll.poll(max(0, end - time.monotonic()) * 1000))


def _read(source: int, end: float) -> bytes | None:
    """Read a pipe until it ends; return None where it does not end in time."""
    chunks: list[bytes] = []
    while _is_ready(source, end):
        chunk = os.read(source, _CHUNK)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)
    return None


_servers: dict[str, _Server] = {}
"""The servers of this process, by the name of the program."""


def run(start: Start, limit: float) -> tuple[int, bytes]:
    """Run a command that `is_alike` in a forked child, see `starting.run`."""
    if start.name not in _servers:
        _servers[start.name] = _Server(start)
    found = _servers[start.name].run(start, limit)
    if found is None:
        raise starting.endless(limit)
    return found
