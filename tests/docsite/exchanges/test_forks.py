"""A forked command can't be told from one that a new Python runs."""

from __future__ import annotations

import os
import re
import resource
from contextlib import ExitStack
from pathlib import Path

import pytest

from scripts.docsite.exchanges import forks, starting
from scripts.docsite.exchanges.faults import Faulty
from scripts.docsite.exchanges.forks import PREPARED

MANY = 1100
IMPORT = "from fastapi import FastAPI\n"
STATE = """\
print(sys.argv, sys.orig_argv, sys.path, sys.flags, sys.stdin, sys.stdout, sys.stderr, sep="\\n")
print(os.getcwd(), sorted(os.environ.items()))
print(signal.getsignal(signal.SIGINT), os.getsid(0) == os.getpid())
print(*sorted(sys.modules), *sorted(os.listdir("/proc/self/fd")), sep="\\n")
print([thread.name for thread in threading.enumerate()], sys.meta_path)
main = vars(sys.modules["__main__"])
print({name: str(main[name]) for name in main if name.startswith("__")}, main["__name__"])
"""
SCRIPTS = {
    "what_is_known": f"import os, signal, sys, threading\n{IMPORT}{STATE}",
    "error": f"{IMPORT}def fail(): 1 / 0\n\ntry:\n    fail()\nexcept OSError:\n    fail()\n",
    "group": f"{IMPORT}raise ExceptionGroup('both', [ValueError(1), KeyError(2)])\n",
    "error_in_module": f"{IMPORT}import helper\n",
    "mistake_in_module": f"{IMPORT}import wrong\n",
    "missing_import": f"{IMPORT}import fastapi\nfastapi.testclient\n",
    "status": f"import sys\n{IMPORT}print(sys.argv)\nsys.exit(3)\n",
    "message": f"import sys\n{IMPORT}print('out')\nsys.stderr.write('err')\nsys.exit('gone')\n",
    "killed": f"import os\n{IMPORT}print('bye')\nos.kill(os.getpid(), 9)\n",
    "end": f"import atexit, threading\n{IMPORT}atexit.register(print, 'last')\n"
    "threading.Timer(0.05, print, ['late']).start()\nprint('first')\n",
    "write_outside": f"{IMPORT}open('/tmp/outside.txt', 'w')\n",
    "write_inside": f"{IMPORT}print(open('inside.txt', 'w').write('Gull'))\n",
    "network": f"import socket\n{IMPORT}socket.create_connection(('192.0.2.1', 80))\n",
    "process": f"import subprocess, sys\n{IMPORT}code = 'import os; print(os.environ)'\n"
    "print(subprocess.run([sys.executable, '-c', code], capture_output=True))\n",
    "warning": f"import warnings\n{IMPORT}warnings.warn('soon', DeprecationWarning)\n",
    "own_class": f"import pickle\n{IMPORT}class Hut: pass\n\nprint(pickle.dumps(Hut()))\n",
    "loop": f"import asyncio\n{IMPORT}async def main(): raise OSError(1)\n\nasyncio.run(main())\n",
}
TESTS = """\
import os
import sys

import pytest
from fastapi import FastAPI

from huts import app


def test_true() -> None:
    assert app.title == "FastAPI"


def test_false(tmp_path) -> None:
    print(sorted(sys.modules), sys.argv, sys.path, sorted(os.environ), tmp_path)
    assert app.title == "Huts"
"""
FILES = {
    "docs_src/huts/helper.py": "raise RuntimeError('not today')\n",
    "docs_src/huts/wrong.py": "def broken(:\n",
    "docs_src/tests/huts.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
    "docs_src/tests/test_huts.py": TESTS,
    "docs_src/tests/email/no_module.txt": "",
    "docs_src/bad/main.py": "from fastapi import FastAPI\n\napp = FastAPI(\n",
} | {f"docs_src/huts/{name}.py": text for name, text in SCRIPTS.items()}
COMMANDS = [
    *(("python", f"docs_src/huts/{name}.py") for name in SCRIPTS),
    ("python", "-c", f"import os, signal, sys, threading\n{IMPORT}{STATE}", "word"),
    ("python", "-c", f"{IMPORT}\nprint(FastAPI.mro()[1])"),
    ("python", "docs_src/huts/status.py", "--more", "words"),
    ("pytest", "-q", "docs_src/tests/test_huts.py"),
    ("pytest", "docs_src/tests"),
    ("fastapi", "--version"),
    ("fastapi", "dev", "--help"),
    ("fastapi", "run", "docs_src/bad/main.py"),
    ("fastapi", "run", "nothing.py"),
]
ADDRESS = re.compile(r"0x[0-9a-f]+|\bin \d+\.\d\ds|pytest-of-\w+/pytest-\d+|\[\d+\]")


def made(folder: Path) -> Path:
    """Write the files into a new folder, that every run calls by the same name."""
    for name, text in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_fork_prints_what_a_new_python_prints(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """The output to the byte but for addresses and durations, and the exit status."""
    start = starting.of(arguments, made(tmp_path / "sandbox"))
    assert forks.is_alike(start)
    status, output = starting.run(start, 60)
    for _ in range(2):  # the second child of a process is as good as the first
        forked_status, forked = forks.run(start, 60)
        assert ADDRESS.sub("*", forked.decode()) == ADDRESS.sub("*", output.decode())
        assert forked_status == status


def test_a_child_that_never_ends_is_killed_with_what_it_started(tmp_path: Path) -> None:
    """It is told like a command of its own Python; the next one runs as ever."""
    file = tmp_path / "endless.py"
    for first in ("os.fork()", "os.close(1); os.close(2)"):
        file.write_text(f"import os, time\n{IMPORT}{first}\ntime.sleep(600)\n")
        with pytest.raises(Faulty, match="does not end within"):
            forks.run(starting.of(("python", "endless.py"), tmp_path), 0.5)
    file.write_text(f"{IMPORT}print('over')\n")
    assert forks.run(starting.of(("python", "endless.py"), tmp_path), 60) == (0, b"over\n")


def test_many_files_may_be_open(tmp_path: Path) -> None:
    """More than `select` can tell apart."""
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    if limit[1] < 2 * MANY:
        pytest.skip("the system allows too few open files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(limit[0], 2 * MANY), limit[1]))
    (tmp_path / "here.py").write_text(f"{IMPORT}print('here')\n")
    with ExitStack() as stack:
        stack.callback(resource.setrlimit, resource.RLIMIT_NOFILE, limit)
        for _ in range(MANY):
            stack.enter_context(Path(os.devnull).open("rb"))
        assert forks.run(starting.of(("python", "here.py"), tmp_path), 60) == (0, b"here\n")


@pytest.mark.parametrize(
    ("arguments", "source"),
    [
        (("python", "x.py"), "print(1)\n"),
        (("python", "x.py"), "import pydantic\nimport fastapi\n"),
        (("python", "x.py"), "import sys; print(sys.modules)\nimport fastapi\n"),
        (("python", "x.py"), "if True:\n    import fastapi\n"),
        (("python", "x.py"), "from .fastapi import app\n"),
        (("python", "x.py"), "import fastapi(\n"),
        (("python", "-X", "x.py"), "import fastapi\n"),
        (("python", "-m", "fastapi"), "import fastapi\n"),
        (("python", "-c"), "import fastapi\n"),
        (("python", "y.py"), "import fastapi\n"),
        (("python",), "import fastapi\n"),
        (("python", "hiding/x.py"), "import fastapi\n"),
        (("pytest", "hiding"), "import fastapi\n"),
        (("python", "x.py"), "import pytest\nimport fastapi\n"),
        (("pytest", "x.py"), "import httpx\nimport fastapi\n"),
        (("python", "package/x.py"), "import fastapi\n"),
        (("pytest", "started/test_x.py"), "import fastapi\n"),
        (("pytest",), "import fastapi\n"),
        (("env", "TERMINAL_WIDTH=40", "fastapi", "--help"), ""),
        (("mypy", "x.py"), "import fastapi\n"),
    ],
)
def test_what_could_be_told_from_a_new_python_is_not_forked(
    arguments: tuple[str, ...], source: str, tmp_path: Path
) -> None:
    """What runs before the import of FastAPI, sees files that hide modules, or other settings."""
    names = "x.py", "hiding/x.py", "hiding/test_x.py", "hiding/email.py"
    for name in (*names, "package/x.py", "package/email/__init__.py"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source)
    (tmp_path / "started").mkdir()
    (tmp_path / "started/test_x.py").write_text(source)
    (tmp_path / "started/__init__.py").write_text("print(1)\n")
    assert not forks.is_alike(starting.of(arguments, tmp_path))


READS = """\
import os, sys
read = set()
def reader():
    frame = sys._getframe(2)
    while "__name__" not in frame.f_globals or frame.f_globals["__name__"] in HIDDEN:
        frame = frame.f_back
    return frame.f_globals["__name__"]
HIDDEN = {"os", "posixpath", "collections.abc", "pathlib", "pathlib._local", "__main__"}
class Recorded(type(os.environ)):
    def __getitem__(self, name):
        read.add((reader(), name))
        return super().__getitem__(name)
def getcwd():
    read.add((reader(), "folder"))
    return "/"
os.environ.__class__, os.getcwd = Recorded, getcwd
for name in sys.argv[1:]:
    __import__(name)
for pair in read:
    print(*pair)
"""
HANDLED = {"sysconfig HOME", "rich folder", "multiprocessing.process folder"}
"""What `server.py` mends for a child, and the folder of a user's packages, that a venv ignores."""


@pytest.mark.parametrize("modules", PREPARED.values(), ids=PREPARED)
def test_what_is_imported_once_reads_nothing_that_differs_between_commands(
    modules: tuple[str, ...], tmp_path: Path
) -> None:
    """Neither the folder of the command, nor a variable of the environment that names it."""
    words = "python", "-c", READS, *modules
    start = starting.of(words, tmp_path)
    status, output = starting.run(start, 60)
    assert status == 0, output
    read = set(output.decode().splitlines())
    assert len(read) > 1
    other = starting.of(words, tmp_path / "other").environment
    differ = {name for name, value in start.environment.items() if other[name] != value}
    assert {"HOME", "TMPDIR"} < differ
    assert {pair for pair in read if pair.split()[1] in {*differ, "folder"}} <= HANDLED
