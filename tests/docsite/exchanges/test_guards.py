"""Examples that misbehave: each ends in a finding at its line, and the next block runs as ever."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from pathlib import Path

import pytest

from scripts.docsite.exchanges import faults
from scripts.docsite.exchanges.guards import Guard, watch
from scripts.docsite.exchanges.loop import LoopThread
from scripts.docsite.model import Finding
from tests.docsite.exchanges.support import EXAMPLE, PATH, exchange, findings, write

LIMIT = 0.4
"""For examples that hang; all others have as long as they need."""

HEAD = """\
import asyncio, os, socket, sqlite3, subprocess, sys, tempfile, threading, time
from contextlib import asynccontextmanager
from pathlib import Path
from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse

app = FastAPI()


"""
GOOD = "@app.get('/huts')\nasync def huts():\n    return ['Alpenrose']\n"
PAGE = exchange('GET /huts\n\n200\n["Alpenrose"]')


def endpoint(body: str, kind: str = "def") -> str:
    """Return an example whose one endpoint runs a body of code."""
    return f"{HEAD}@app.get('/huts')\n{kind} huts(request: Request):\n" + textwrap.indent(
        f"{textwrap.dedent(body).strip()}\nreturn ['Alpenrose']\n", "    "
    )


def run(root: Path, source: str, limit: float = 10.0) -> list[Finding]:
    """Run a page against an example; afterwards another one must still be true."""
    write(root, {EXAMPLE: source})
    found = findings(root, PAGE, limit=limit)
    write(root, {EXAMPLE: HEAD + GOOD})
    assert findings(root, PAGE) == []
    assert watch().active is None
    return found


def one(found: list[Finding], code: str, line: int) -> str:
    """Return the message of the only finding of a code, which stands at a line."""
    (message,) = [told.message for told in found if told.code == code]
    assert [str(told.location) for told in found if told.code == code] == [f"{PATH}:{line}"]
    return message


@pytest.mark.parametrize("kind", ["def", "async def"])
@pytest.mark.parametrize("call", ["exit()", "sys.exit(3)", "raise SystemExit", "os._exit(3)"])
def test_an_example_that_exits_is_told(tmp_path: Path, kind: str, call: str) -> None:
    """Ending the interpreter in an endpoint ends nothing but the block."""
    found = run(tmp_path, endpoint(call, kind))
    assert "exit" in one(found, faults.EXITS, 2)


def test_an_example_that_exits_when_it_is_imported_is_told(tmp_path: Path) -> None:
    """The finding stands at the block, because no request was sent yet."""
    assert "exit()" in one(run(tmp_path, HEAD + "exit()\n"), faults.EXITS, 1)


def test_an_example_that_exits_in_its_lifespan_is_told(tmp_path: Path) -> None:
    """Start-up is part of the run."""
    source = HEAD.replace("app = FastAPI()", "") + (
        "@asynccontextmanager\nasync def lifespan(app):\n    exit()\n    yield\n\n"
        "app = FastAPI(lifespan=lifespan)\n"
    )
    assert "exit()" in one(run(tmp_path, source), faults.EXITS, 1)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("async def", "while True: pass"),
        ("def", "while True: pass"),
        ("async def", "await asyncio.sleep(60)"),
        ("def", "time.sleep(8)"),
        ("async def", "time.sleep(8)"),
        ("async def", "await asyncio.to_thread(time.sleep, 8)"),
        (
            "async def",
            """
            while True:
                try:
                    await asyncio.sleep(60)
                except BaseException:
                    pass
            """,
        ),
    ],
)
def test_an_example_that_hangs_is_told(tmp_path: Path, kind: str, body: str) -> None:
    """Whether it blocks a thread, the event loop or itself, the run goes on after the limit."""
    start = time.monotonic()
    found = run(tmp_path, endpoint(body, kind), LIMIT)
    assert time.monotonic() - start < 7
    one(found, faults.NEVER_ENDS, 2)


@pytest.mark.parametrize(
    ("kind", "stream"),
    [
        ("async def", "while True:\n    await asyncio.sleep(0.01)\n    yield 'hut '"),
        ("async def", "while True:\n    yield 'hut '"),
        ("def", "while True:\n    yield 'hut '"),
        ("def", "while True:\n    time.sleep(0.01)\n    yield 'hut '"),
    ],
)
def test_a_response_that_never_ends_is_told(tmp_path: Path, kind: str, stream: str) -> None:
    """A stream is cut after the limit, and the finding says how it began."""
    source = (
        f"{HEAD}{kind} huts():\n{textwrap.indent(stream, '    ')}\n\n"
        "@app.get('/huts')\ndef read():\n    return StreamingResponse(huts())\n"
    )
    message = one(run(tmp_path, source, LIMIT), faults.NEVER_ENDS, 2)
    assert "the response never ends" in message and "'hut hut" in message


def test_work_behind_the_response_that_never_ends_is_told(tmp_path: Path) -> None:
    """A background task belongs to the request."""
    source = endpoint(
        """
        from fastapi import BackgroundTasks
        from fastapi.responses import JSONResponse
        tasks = BackgroundTasks()
        tasks.add_task(asyncio.sleep, 60)
        return JSONResponse(["Alpenrose"], background=tasks)
        """,
        "async def",
    )
    assert "the work behind it does not" in one(run(tmp_path, source, LIMIT), faults.NEVER_ENDS, 2)


@pytest.mark.parametrize("where", ["import", "lifespan", "shutdown"])
def test_an_example_that_hangs_outside_a_request_is_told(tmp_path: Path, where: str) -> None:
    """Import, start-up and shut-down have the same limit."""
    sleep = {"import": ["time.sleep(8)", "", ""], "lifespan": ["", "await asyncio.sleep(60)", ""]}
    first, second, third = sleep.get(where, ["", "", "await asyncio.sleep(60)"])
    source = HEAD.replace("app = FastAPI()", first) + (
        f"@asynccontextmanager\nasync def lifespan(app):\n    {second or 'pass'}\n    yield\n"
        f"    {third or 'pass'}\n\napp = FastAPI(lifespan=lifespan)\n\n{GOOD}"
    )
    one(run(tmp_path, source, LIMIT), faults.NEVER_ENDS, 1)


@pytest.mark.parametrize(
    "body",
    [
        "socket.create_connection(('127.0.0.1', 9), timeout=1)",
        "socket.socket().connect(('127.0.0.1', 9))",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "socket.socket().bind(('127.0.0.1', 0))",
        "socket.getaddrinfo('guide.example', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
    ],
)
def test_a_network_connection_is_refused_and_told(tmp_path: Path, body: str) -> None:
    """Even where the example swallows the exception, the finding names its line."""
    swallowed = f"try:\n    {body}\nexcept Exception:\n    pass"
    message = one(run(tmp_path, endpoint(swallowed)), faults.NETWORK, 2)
    assert "opens a network connection" in message
    assert "(docs_src/huts/tutorial001.py:13)" in message


def test_a_connection_from_the_event_loop_is_refused_and_told(tmp_path: Path) -> None:
    """Asynchronous clients are watched in the same way."""
    source = endpoint("await asyncio.open_connection('127.0.0.1', 9)", "async def")
    found = run(tmp_path, source)
    assert "127.0.0.1" in one(found, faults.NETWORK, 2)
    assert "PermissionError" in one(found, faults.UNTRUE, 2)


@pytest.mark.parametrize(
    "body",
    [
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.posix_spawn('/bin/true', ['true'], {})",
        "os.kill(os.getpid(), 0)",
    ],
)
def test_a_process_is_refused_and_told(tmp_path: Path, body: str) -> None:
    """Commands belong into console blocks."""
    one(run(tmp_path, endpoint(body)), faults.STARTS_PROCESS, 2)


@pytest.mark.parametrize(
    "body",
    [
        "open({0!r}, 'w')",
        "open({0!r}, 'a')",
        "open('../hut.txt', 'w')",
        "os.open({0!r}, os.O_CREAT | os.O_WRONLY)",
        "os.mkdir({0!r})",
        "os.symlink('x', {0!r})",
        "Path('a.txt').write_text(''); os.rename('a.txt', {0!r})",
        "sqlite3.connect({0!r})",
        "sqlite3.connect('file:{0}?mode=rwc', uri=True)",
        "os.remove({1!r})",
        "os.truncate({1!r}, 0)",
        "os.chmod({1!r}, 0)",
        "os.chdir('/'); os.mkdir('hut-of-a-test')",
        "folder = os.open({2!r}, os.O_RDONLY); os.remove('there.txt', dir_fd=folder)",
    ],
)
def test_a_write_outside_the_directory_is_refused_and_told(tmp_path: Path, body: str) -> None:
    """Nothing is made, changed or removed; the finding names the path."""
    there = tmp_path / "there.txt"
    there.write_text("kept")
    made = tmp_path / "made.txt"
    found = run(tmp_path, endpoint(body.format(str(made), str(there), str(tmp_path))))
    assert "writes outside its directory" in one(found, faults.WRITES_OUTSIDE, 2)
    assert there.read_text() == "kept" and not made.exists()


def test_relative_files_and_databases_are_an_examples_own(tmp_path: Path) -> None:
    """Each block has an empty directory, which is gone afterwards."""
    source = endpoint(
        """
        assert not Path("log.txt").exists() and os.listdir() == []
        Path("log.txt").write_text("x")
        os.makedirs("a/b")
        database = sqlite3.connect("harbor.db")
        database.execute("create table books (title)")
        database.close()
        sqlite3.connect(":memory:").close()
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "x").write_text("x")
        tempfile.TemporaryFile().write(b"x")
        open(os.devnull, "w").close()
        """
    )
    before = Path.cwd()
    write(tmp_path, {EXAMPLE: source})
    assert findings(tmp_path, PAGE + PAGE) == []
    assert Path.cwd() == before
    assert not list(tmp_path.rglob("log.txt"))


def test_a_changed_environment_is_told_and_put_back(tmp_path: Path) -> None:
    """Names alone are told; the values may be secrets."""
    os.environ["GUIDE_KEPT"] = "before"
    try:
        body = (
            "os.environ['GUIDE_KEPT'] = 'secret'; os.environ['GUIDE_NEW'] = '1'; "
            "sys.path.append('/')"
        )
        path = list(sys.path)
        message = one(run(tmp_path, endpoint(body)), faults.CHANGES_ENVIRONMENT, 1)
        assert "GUIDE_KEPT, GUIDE_NEW" in message and "secret" not in message
        assert os.environ["GUIDE_KEPT"] == "before" and "GUIDE_NEW" not in os.environ
        assert sys.path == path
    finally:
        del os.environ["GUIDE_KEPT"]


@pytest.mark.parametrize("work", ["while True: pass", "time.sleep(8)"])
@pytest.mark.parametrize(
    "start",
    [
        "threading.Thread(target=work, name='porter').start()",
        "from concurrent.futures import ThreadPoolExecutor\n"
        "pool = ThreadPoolExecutor(thread_name_prefix='porter')\npool.submit(work)",
        "threading.Timer(0, work).start()",
    ],
)
def test_a_thread_that_is_left_is_told(tmp_path: Path, work: str, start: str) -> None:
    """It is stopped where that can be, and does no more harm where it can't."""
    body = f"def work():\n    {work}\n{start}"
    message = one(run(tmp_path, endpoint(body)), faults.LEAVES_THREAD, 1)
    assert "porter" in message or "Thread-" in message


def test_a_thread_that_ends_in_time_is_no_finding(tmp_path: Path) -> None:
    """Only what is left behind counts."""
    body = "worker = threading.Thread(target=time.sleep, args=(0.01,))\nworker.start()"
    assert run(tmp_path, endpoint(body)) == []


def test_a_pool_that_is_idle_is_no_finding(tmp_path: Path) -> None:
    """Its threads wait for work and end with the process: a reader's server has them, too."""
    body = """
        from concurrent.futures import ThreadPoolExecutor
        app.state.pool = ThreadPoolExecutor(thread_name_prefix='porter')
        for number in range(3):
            app.state.pool.submit(time.sleep, 0.01)
    """
    assert run(tmp_path, endpoint(body)) == []
    assert not [thread for thread in threading.enumerate() if "porter" in thread.name]


def test_what_is_left_in_a_thread_does_nothing_more(tmp_path: Path) -> None:
    """A thread that could not be stopped ends at the first thing that it does afterwards."""
    made = tmp_path / "made.txt"
    body = f"""
        def work():
            time.sleep(2.5)
            open({str(made)!r}, "w")
        threading.Thread(target=work).start()
    """
    one(run(tmp_path, endpoint(body), 1.0), faults.LEAVES_THREAD, 1)
    time.sleep(1.5)
    assert not made.exists()


def test_a_forked_process_has_no_stuck_threads(tmp_path: Path) -> None:
    """Its own may have the identifier of one that was stuck, and are not ended for it."""
    body = "threading.Thread(target=time.sleep, args=(8,)).start()"
    one(run(tmp_path, endpoint(body), 1.0), faults.LEAVES_THREAD, 1)
    assert watch().condemned
    process = os.fork()
    if process == 0:
        os._exit(len(watch().condemned))
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0


def test_a_thread_that_has_ended_is_not_given_up() -> None:
    """Another may have its identifier by then, and is not ended for it."""
    thread = threading.Thread(target=str)
    thread.start()
    thread.join()
    watch().condemn(thread)
    assert thread.ident not in watch().condemned


def test_a_loop_that_an_example_has_ended_is_closed(tmp_path: Path) -> None:
    """Its thread may still run: it is between the end of the loop and its own."""
    ended, let = threading.Event(), threading.Event()

    class Held(set[int]):
        def discard(self, item: int) -> None:
            ended.set()
            let.wait(10)
            super().discard(item)

    async def leave() -> None:
        raise SystemExit

    guard = Guard(tmp_path, tmp_path, insiders=Held())
    loop = LoopThread(guard, 0)
    with pytest.raises(faults.Faulty):
        loop.call(leave, 10)
    assert ended.wait(10)
    loop.close()
    let.set()
    guard.threads[0].join(10)
    assert not guard.alive()


def test_other_threads_are_not_watched(tmp_path: Path) -> None:
    """What pytest or a progress bar does meanwhile is no fault of the example."""
    stop = threading.Event()
    worked: list[str] = []

    def work() -> None:
        while not stop.is_set():
            with tempfile.NamedTemporaryFile() as file, socket.socket() as server:
                file.write(b"x")
                server.bind(("127.0.0.1", 0))
                child = threading.Thread(target=worked.append, args=(file.name,))
                child.start()
                child.join()

    other = threading.Thread(target=work)
    other.start()
    try:
        write(tmp_path, {EXAMPLE: endpoint("time.sleep(0.05)")})
        assert findings(tmp_path, PAGE) == []
    finally:
        stop.set()
        other.join()
    assert worked and not any("example-" in name for name in worked)


def test_what_an_example_prints_and_logs_stays_silent(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither its output nor its logging set-up reaches the run."""
    import logging

    handlers = list(logging.getLogger().handlers)
    source = endpoint(
        "import logging\nlogging.basicConfig(force=True)\nprint('hut')\nlogging.error('x')"
    )
    assert run(tmp_path, source) == []
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger().handlers == handlers


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("import nothing_of_that_name\n", "ModuleNotFoundError"),
        ("def broken(:\n", "SyntaxError"),
        ("raise ValueError('hut')\n", "ValueError: hut"),
        ("from docs_src.huts import missing\n", "ImportError"),
    ],
)
def test_an_example_that_cannot_be_imported_is_told(tmp_path: Path, source: str, told: str) -> None:
    """The finding says what Python says."""
    assert told in one(run(tmp_path, source), faults.NOT_LOADED, 1)


@pytest.mark.parametrize(
    ("before", "behind", "told"),
    [
        ("raise ValueError('cold')", "", "does not start: ValueError: cold (docs_src/huts/"),
        ("", "raise ValueError('warm')", "does not shut down: ValueError: warm"),
    ],
)
def test_a_lifespan_that_fails_is_told(tmp_path: Path, before: str, behind: str, told: str) -> None:
    """An exception at start-up or shut-down is a finding with its line in the example."""
    source = HEAD.replace("app = FastAPI()", "") + (
        f"@asynccontextmanager\nasync def lifespan(app):\n    {before or 'pass'}\n    yield\n"
        f"    {behind or 'pass'}\n\napp = FastAPI(lifespan=lifespan)\n\n{GOOD}"
    )
    assert told in one(run(tmp_path, source), faults.NOT_LOADED, 1)


def test_the_process_ends_in_spite_of_stuck_threads(tmp_path: Path, root: Path) -> None:
    """Neither a thread nor an executor that hangs keeps the interpreter from ending."""
    body = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "pool = ThreadPoolExecutor()\npool.submit(time.sleep, 60)\n"
        "threading.Thread(target=time.sleep, args=(60,)).start()"
    )
    write(tmp_path, {EXAMPLE: endpoint(body)})
    script = (
        "import sys; from pathlib import Path; from tests.docsite.exchanges import support\n"
        "print(len(support.findings(Path(sys.argv[1]), support.exchange('GET /huts\\n\\n200'))))"
    )
    process = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    assert process.stdout == "2\n"
