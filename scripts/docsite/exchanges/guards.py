"""A fence around a running example: what reaches out of it is refused, and told.

While an example runs, everything its threads do is watched through Python's audit events: a
network connection, a new process, a write outside the example's own folder. The event is refused
with an exception, and kept, because the example could swallow the exception. Threads that the
example did not start (pytest's, a progress bar's) are not watched.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import FrameType, MappingProxyType
from typing import Any, NoReturn

from scripts.docsite.exchanges import faults, process
from scripts.docsite.exchanges.faults import Fault

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NETWORK = frozenset(
    {
        "socket.connect",
        "socket.bind",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
    }
)
_PROCESSES = frozenset(
    {
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.spawn",
        "os.kill",
        "os.killpg",
    }
)
_PATHS: Mapping[str, tuple[tuple[int, int | None], ...]] = MappingProxyType(
    {  # the events that change files: the place of each path among the arguments, and of its dir_fd
        "os.remove": ((0, 1),),
        "os.rename": ((0, 2), (1, 3)),
        "os.mkdir": ((0, 2),),
        "os.rmdir": ((0, 1),),
        "os.link": ((1, 3),),
        "os.symlink": ((1, 2),),
        "os.truncate": ((0, None),),
        "os.chmod": ((0, 2),),
        "os.chown": ((0, 3),),
        "os.utime": ((0, 3),),
    }
)


@dataclass
class Guard:
    """One fence: the folder that may be written, and what was refused so far."""

    folder: Path
    sources: Path
    """The folder of the examples, by which the line that is to blame is recognised."""
    kept: list[Fault] = field(default_factory=list)
    threads: list[threading.Thread] = field(default_factory=list)
    """The threads of the example, those that have ended among them."""
    insiders: set[int] = field(default_factory=set)
    """The identifiers of those that run."""
    pools: list[ThreadPoolExecutor] = field(default_factory=list)
    """The pools of threads that the example has given work to."""

    def taken(self) -> tuple[Fault, ...]:
        """Return what was refused since the last call, each once."""
        found = tuple(dict.fromkeys(self.kept))
        self.kept.clear()
        return found

    def start(self, thread: threading.Thread) -> None:
        """Start a thread that is watched, and that can't keep the process from ending."""
        run = thread.run

        def watched() -> None:
            ident = threading.get_ident()
            self.insiders.add(ident)
            try:
                with contextlib.suppress(BaseException):
                    run()
            finally:
                self.insiders.discard(ident)
                watch().condemned.discard(ident)

        thread.run = watched  # type: ignore[method-assign]
        thread.daemon = True
        self.threads.append(thread)
        _start(thread)

    def submit(self, pool: ThreadPoolExecutor, *args: Any, **options: Any) -> object:
        """Give work to a pool, and remember it."""
        if pool not in self.pools:
            self.pools.append(pool)
        return _submit(pool, *args, **options)

    def dismiss(self) -> None:
        """Let the threads of pools end that only wait for work; those at work go on."""
        for pool in self.pools:
            pool.shutdown(wait=False)

    def alive(self) -> list[threading.Thread]:
        """Return the threads of the example that have not ended."""
        return [thread for thread in self.threads if thread.is_alive()]

    def refuse_exit(self, *_: object) -> NoReturn:
        """Stand in for what ends the process without an exception."""
        self.refuse(faults.EXITS, "calls os._exit() or os.abort()", EXIT_HINT)

    def refuse(self, code: str, what: str, hint: str) -> NoReturn:
        """Keep the fault, with the line of the example that made it, and refuse the event."""
        where = blamed(sys._getframe(), self.sources)
        fault = Fault(code, f"the example {what}{f' ({where})' if where else ''}", hint)
        self.kept.append(fault)
        raise PermissionError(fault.message)


def blamed(frame: FrameType | None, sources: Path) -> str:
    """Return `file:line` of the innermost frame that runs an example's code, or nothing."""
    while frame is not None:
        name = frame.f_code.co_filename
        if Path(name).is_relative_to(sources):
            return f"{sources.name}/{Path(name).relative_to(sources).as_posix()}:{frame.f_lineno}"
        frame = frame.f_back
    return ""


class Watch:
    """The one audit hook of the process: Python adds hooks, and never takes one away."""

    def __init__(self) -> None:
        """Start with nothing to watch."""
        self.lock = threading.Lock()
        self.active: Guard | None = None
        self.condemned: set[int] = set()
        """Threads that could not be stopped: whatever they do next ends them."""

    def condemn(self, thread: threading.Thread) -> None:
        """Let a thread end at whatever it does next."""
        self.condemned.add(thread.ident or 0)
        if not thread.is_alive():  # one that starts now may have the same identifier
            self.condemned.discard(thread.ident or 0)

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        """Judge one event."""
        if self.active is None and not self.condemned:
            return
        thread = threading.get_ident()
        if thread in self.condemned:
            self.condemned.discard(thread)
            raise SystemExit
        if self.active is not None and thread in self.active.insiders:
            _judge(self.active, event, args)


@cache
def watch() -> Watch:
    """Return the process's audit hook, added at the first call."""
    found = Watch()
    sys.addaudithook(found)
    os.register_at_fork(after_in_child=found.condemned.clear)  # it has none of the threads
    return found


def _judge(guard: Guard, event: str, args: tuple[Any, ...]) -> None:
    if event == "open":
        path, mode, flags = args
        writing = flags & _WRITING if isinstance(flags, int) else set(str(mode)) & set("wax+")
        if writing:
            _check_path(guard, path, None)
    elif event in _PATHS:
        for place, fd_place in _PATHS[event]:
            fd = args[fd_place] if fd_place is not None and fd_place < len(args) else None
            _check_path(guard, args[place], fd)
    elif event == "sqlite3.connect":
        _check_database(guard, args[0])
    elif event in _NETWORK:
        target = (
            args[1]
            if event.startswith(("socket.connect", "socket.bind", "socket.send"))
            else args[0]
        )
        guard.refuse(
            faults.NETWORK,
            f"opens a network connection: {event} {target!r}",
            "an example runs without a network: let it use a file, SQLite, or an object in memory",
        )
    elif event in _PROCESSES:
        guard.refuse(
            faults.STARTS_PROCESS,
            f"starts or signals a process: {event}",
            "show a command in a console block with run= instead",
        )


def _check_path(guard: Guard, path: object, folder_fd: object) -> None:
    if not isinstance(path, str | bytes | os.PathLike):
        return
    name = os.fsdecode(path)
    if isinstance(folder_fd, int) and folder_fd >= 0 and not name.startswith("/"):
        name = f"/proc/self/fd/{folder_fd}/{name}"
    real = Path(os.path.realpath(name))
    is_bytecode = real.parent.name == "__pycache__" or real.name == "__pycache__"
    if real.is_relative_to(guard.folder) or is_bytecode or name == os.devnull:
        return
    guard.refuse(
        faults.WRITES_OUTSIDE,
        f"writes outside its directory: {name}",
        "write to a relative path: an example runs in a directory of its own",
    )


def _check_database(guard: Guard, database: object) -> None:
    name = os.fsdecode(database) if isinstance(database, str | bytes | os.PathLike) else ""
    name = name.removeprefix("file:").split("?")[0]
    if name and not name.startswith(":memory:"):
        _check_path(guard, name, None)


@contextlib.contextmanager
def guarding(folder: Path, sources: Path) -> Iterator[Guard]:
    """Guard what runs in the threads that `Guard.start` starts, until the end of the block.

    `folder` is what may be written, `sources` the folder of the examples. What an example leaves
    behind is put back: the environment, the path of modules, the root logger, `sys.stdout`. Only
    one example runs in a process at a time.
    """
    watched = watch()
    with watched.lock:
        guard = Guard(folder.resolve(), sources.resolve())
        with contextlib.ExitStack() as stack:
            stack.enter_context(process.restored(guard.kept))

            def inside(owner: Any, name: str, own: Callable[..., object]) -> None:
                stack.enter_context(process.replaced_for(guard.insiders, owner, name, own))

            inside(os, "_exit", guard.refuse_exit)
            inside(os, "abort", guard.refuse_exit)
            inside(threading.Thread, "start", guard.start)
            inside(ThreadPoolExecutor, "submit", guard.submit)
            inside(tempfile, "gettempdir", lambda: str(folder))
            watched.active = guard
            try:
                yield guard
            finally:
                watched.active = None


_start = threading.Thread.start
_submit = ThreadPoolExecutor.submit


EXIT_HINT = "raise an HTTPException or return a response: a server keeps running"
