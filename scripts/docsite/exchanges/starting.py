"""How the command of a console session is started: in a sandbox, with an environment of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite.exchanges import faults
from scripts.docsite.exchanges.faults import Faulty

WIDTH = 88
_SANDBOX = Path(__file__).parent / "sandbox"


@dataclass(frozen=True, slots=True)
class Start:
    """A command that can be started."""

    name: str
    """The program as the page names it, `python`."""
    words: tuple[str, ...]
    """The program's path, and its arguments."""
    folder: Path
    settings: Mapping[str, str]
    """What the command sets itself, with `env`."""

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments without the program."""
        return self.words[1:]

    @property
    def environment(self) -> dict[str, str]:
        """All the environment that the command gets."""
        return {**_environment(self.folder), **self.settings}


def of(arguments: tuple[str, ...], folder: Path) -> Start:
    """Return how a command is started in a folder; raises `Faulty` where it can't be."""
    words, settings = list(arguments), {}
    if words[0] == "env":
        words.pop(0)
        while words and "=" in words[0]:
            name, _, value = words.pop(0).partition("=")
            settings[name] = value
    if not words:
        raise Faulty(faults.COMMAND, "there is no command behind env", "write the command")
    return Start(words[0], (_program(words[0]), *words[1:]), folder, settings)


def run(start: Start, limit: float) -> tuple[int, bytes]:
    """Run a command; return its exit status and what it printed, both streams interleaved.

    Raises `Faulty` where it does not end within `limit` seconds.
    """
    process = subprocess.Popen(
        start.words,
        cwd=start.folder,
        env=start.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        raise endless(limit) from None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)  # the session that was started right above
            process.communicate()
    return process.returncode, output


def endless(limit: float) -> Faulty:
    """Return what to raise where a command does not end in time."""
    return Faulty(
        faults.NEVER_ENDS,
        f"the command does not end within {limit:g} seconds",
        'mark a command that runs on with static="…" instead of run=',
    )


def _program(name: str) -> str:
    """Return the path of a program: this Python, or what is installed beside it."""
    if name in ("python", "python3"):
        return sys.executable
    path = Path(sys.executable).parent / name
    if "/" in name or not path.is_file():
        raise Faulty(
            faults.COMMAND,
            f"the command {name!r} is not installed beside Python",
            'use python, pytest or fastapi, or say static="…" instead of run=',
        )
    return str(path)


def _environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}",
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
        "TERM": "dumb",
        "COLUMNS": str(WIDTH),
        "PYTHONHASHSEED": "0",
        "PYTHONUNBUFFERED": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(_SANDBOX),
        "PYTEST_ADDOPTS": "-p no:cacheprovider",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTEST_PLUGINS": "anyio.pytest_plugin",
        "DOCSITE_SANDBOX": str(folder),
    }
