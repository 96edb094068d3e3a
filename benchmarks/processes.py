"""What a command costs from its start to its end: seconds, processor seconds and memory."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage

BETWEEN = 0.25
"""Seconds between two looks at the memory of all processes."""
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Command:
    """A program with its arguments, where it runs, and what its environment has beside ours."""

    words: Sequence[str]
    folder: Path
    environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one or several commands cost."""

    wall: float
    cpu: float
    """Processor seconds of all processes."""
    largest: int
    """Bytes of the largest process at its largest, as the system counts them."""
    together: int
    """Bytes of all processes at one time; what several of them share counts once. Looked at four
    times a second, so of very short commands it is what `largest` is."""


def run(commands: Sequence[Command], jobs: int) -> Cost:
    """Run commands, `jobs` at a time, and return what they cost together.

    Raises `RuntimeError` with what a command wrote, where it fails.
    """
    watch = _Watch()
    started = time.perf_counter()
    with watch, ThreadPoolExecutor(jobs) as pool:
        used = list(pool.map(_run, commands))
    wall = time.perf_counter() - started
    largest = max(usage.ru_maxrss for usage in used) * 1024
    cpu = sum(usage.ru_utime + usage.ru_stime for usage in used)
    return Cost(wall, cpu, largest, max(watch.most, largest))


def _run(command: Command) -> struct_rusage:
    environment = {**os.environ, **command.environment}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # people's machines compile a module once
    process = subprocess.Popen(
        command.words,
        cwd=command.folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout is not None
    with process.stdout:
        said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        text = said.decode(errors="replace")[-4000:]
        raise RuntimeError(f"{' '.join(command.words)} ended with {process.returncode}:\n{text}")
    return usage


class _Watch:
    """Looks at the memory of all processes below this one, from time to time."""

    def __init__(self) -> None:
        self.most = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(BETWEEN):
            self.most = max(self.most, sum(map(_memory, _below(os.getpid()))))


def _below(pid: int) -> Iterator[int]:
    """Yield the processes that a process started, and those that they started."""
    tasks: list[Path] = []
    with suppress(OSError):  # the process has ended, or does so now
        tasks = list((PROC / str(pid) / "task").iterdir())
    for task in tasks:
        for child in _read(task / "children").split():
            yield int(child)
            yield from _below(int(child))


def _memory(pid: int) -> int:
    """Return the bytes that a process holds: of those it shares, its part."""
    for line in _read(PROC / str(pid) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    """Return the text of a file of the system; nothing where its process has ended."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
