"""Console sessions are run for real, in a copy, and what they print is compared."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from scripts.docsite.exchanges import commands, faults, notation
from scripts.docsite.exchanges.elements import ConsoleBlock
from scripts.docsite.exchanges.outcome import Outcome
from tests.docsite.exchanges.support import PATH, fence, write


def run(root: Path, content: str, run: str, options: str = "", *, limit: float = 30.0) -> Outcome:
    """Run a console block that stands in line 1."""
    (root / "docs_src").mkdir(exist_ok=True)
    block = notation.parse(fence(f"{content}\n", f'console run="{run}"{options}'), PATH)
    assert isinstance(block, ConsoleBlock)
    return commands.run(root, block, limit=limit)


def told(outcome: Outcome) -> tuple[str, str, str]:
    """Return code, place and message of the only finding."""
    (finding,) = outcome.findings
    return finding.code, str(finding.location), finding.message


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project with a script and a test."""
    write(
        tmp_path,
        {
            "huts/tutorial001.py": (
                "import sys\nprint('Alpenrose')\n"
                "print('full', file=sys.stderr)\nprint('Birkenhof')\n"
            ),
            "huts/test_huts.py": ("import sys\n\ndef test_huts() -> None:\n    assert sys\n"),
            "beds/tutorial001.py": "print('beds')\n",
        },
    )
    return tmp_path


@pytest.mark.parametrize(
    ("content", "command"),
    [
        ("$ python main.py\nAlpenrose\nfull\nBirkenhof", "python -u docs_src/huts/tutorial001.py"),
        ("$ python main.py\n// two huts\n...\nBirkenhof", "python docs_src/huts/tutorial001.py"),
        ("$ python -c …\n(12, '3')", "python -c 'print((12, str(3)))'"),
        (
            "$ a\n<float> s\n\n$ b\nbeds\n",
            "python -c 'print(1.5, chr(115))' && python docs_src/beds/tutorial001.py",
        ),
        ("$ pytest\n...\n===== 1 passed in 0.01s =====", "pytest docs_src/huts"),
        ("$ pytest -q\n.    [100%]\n1 passed in 7.77s", "pytest -q docs_src/huts/test_huts.py"),
        (
            "$ HUT=a python",
            "env HUT=a python -c 'import os; assert len(os.environ.get(chr(72)+chr(85)+chr(84)))'",
        ),
    ],
)
def test_a_true_session_passes(folder: Path, content: str, command: str) -> None:
    """Both streams are compared; masks and `...` stand for the rest, durations do not count."""
    outcome = run(folder, content, command)
    assert (outcome.findings, outcome.edits) == ((), ())


def test_an_untrue_session_is_told_and_mended(folder: Path) -> None:
    """The finding stands where the output begins; the other lines stay as written."""
    outcome = run(
        folder,
        "$ python main.py\nAlpenrosa\n...\nBirkenhof\n",
        "python docs_src/huts/tutorial001.py",
    )
    code, place, message = told(outcome)
    assert (code, place) == (faults.UNTRUE, f"{PATH}:3")
    assert "-Alpenrosa\n+Alpenrose\n" in message
    assert outcome.content == "$ python main.py\nAlpenrose\n...\nBirkenhof\n\n"


def test_each_command_of_a_session_is_mended_on_its_own(folder: Path) -> None:
    """Edits of several commands do not shift each other; blank lines between them stay."""
    outcome = run(
        folder,
        "$ a\nx\n\n$ b\n// see\nbeds\ny",
        "python -c 'print(1); print(2)' && python docs_src/beds/tutorial001.py",
    )
    assert len(outcome.findings) == 2
    assert outcome.content == "$ a\n1\n2\n\n$ b\n// see\nbeds\n"


def test_volatile_parts_are_written_as_printed_only_where_the_rest_differs(folder: Path) -> None:
    """A line that is true but for its duration keeps the page's words."""
    outcome = run(folder, "$ pytest -q\nF [100%]\n1 passed in 7.77s", "pytest -q docs_src/huts")
    first, last = outcome.content.splitlines()[1:]
    assert first.startswith(".   ") and first.endswith("[100%]")
    assert last == "1 passed in 7.77s"


@pytest.mark.parametrize(
    ("line", "other", "same"),
    [
        ("== 1 passed in 0.12s ==", "== 1 passed in 3.45s ==", True),
        ("====== 1 passed ======", "========= 1 passed ====", True),
        ("platform linux -- Python 3.11.7, pytest-9.2.0", "platform darwin -- Python 3.13.1", True),
        ("rootdir: /a/b", "rootdir: /c", True),
        ("plugins: anyio-4.16.0", "plugins: anyio-4.17.0, cov-7", True),
        ("test_a.py ..    [ 50%]", "test_a.py ..       [ 50%]", True),
        ("test_a.py ..    [ 50%]", "test_a.py ..       [100%]", False),
        ("1 passed in 0.12s", "2 passed in 0.12s", False),
        ("a == b", "a === b", False),
    ],
)
def test_what_is_normalised_is_named(line: str, other: str, same: bool) -> None:
    """Only what no two runs share is left out of the comparison."""
    assert (commands.normalised(line) == commands.normalised(other)) is same


def test_the_exit_status_is_compared(folder: Path) -> None:
    """A command that fails is a finding, unless the page says so; the last line says why."""
    outcome = run(folder, "$ a\n...", "python -c 'raise ValueError(3)'")
    code, place, message = told(outcome)
    assert (code, place) == (faults.COMMAND, f"{PATH}:2")
    assert message == "the command ends with status 1, not 0: ValueError: 3"
    assert run(folder, "$ a\n...", "python -c 'raise ValueError(3)'", ' exit="1"').findings == ()
    assert "status 0, not 1" in told(run(folder, "$ a", "python -c ''", ' exit="1"'))[2]


@pytest.mark.parametrize("program", ["curl -s x", "./run.sh", "/bin/true", "env", "rm -r docs_src"])
def test_an_unknown_program_is_not_run(folder: Path, program: str) -> None:
    """Only Python and what is installed beside it can be run."""
    outcome = run(folder, "$ a", program)
    assert told(outcome)[0] == faults.COMMAND


def test_no_shell_reads_the_command(folder: Path) -> None:
    """Variables, pipes and redirections are plain words."""
    outcome = run(
        folder, "$ a\n$HOME | > x", "python -c 'import sys; print(*sys.argv[1:])' $HOME | > x"
    )
    assert outcome.findings == ()


def test_a_command_that_never_ends_is_killed(folder: Path) -> None:
    """With everything that it has started; the finding stands at the command."""
    write(
        folder,
        {
            "huts/hangs.py": (
                "import subprocess, sys\n"
                "child = [sys.executable, '-c', 'import time; time.sleep(60)']\n"
                "subprocess.run(child)\n"
            )
        },
    )
    start = time.monotonic()
    outcome = run(folder, "$ a", "python docs_src/huts/hangs.py", limit=1.0)
    assert time.monotonic() - start < 20
    assert told(outcome)[:2] == (faults.NEVER_ENDS, f"{PATH}:2")


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection((str(127)+chr(46)+str(1), 9))",
        "import socket; socket.getaddrinfo(chr(97), 80)",
        "import socket; socket.socket().bind((str(), 0))",
    ],
)
def test_the_network_is_refused(folder: Path, code: str) -> None:
    """A connection ends in an exception, and so in the exit status."""
    message = told(run(folder, "$ a\n...", f"python -c '{code}'"))[2]
    assert "a network connection is refused in the sandbox of a console block" in message


@pytest.mark.parametrize("code", ["open({!r}, chr(119))", "import os; os.mkdir({!r})"])
def test_writing_outside_is_refused(folder: Path, tmp_path: Path, code: str) -> None:
    """What lies outside of the copy is not changed."""
    made = tmp_path / "made"
    source = f"path = {str(made)!r}\n{code.replace('{!r}', 'path')}\n"
    write(folder, {"huts/writes.py": source})
    message = told(run(folder, "$ a\n...", "python docs_src/huts/writes.py"))[2]
    assert "outside the directory is refused" in message
    assert not made.exists()


def test_a_command_works_in_a_copy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It sees the topics that it names, changes nothing of the repository, and knows no secrets."""
    write(
        folder,
        {
            "huts/writes.py": (
                "import os, pathlib\n"
                "pathlib.Path('docs_src/huts/tutorial001.py').write_text('')\n"
                "pathlib.Path('log.txt').write_text('')\n"
                "known = os.environ.keys() & {'SECRET', 'HOME'}\n"
                "print(sorted(os.listdir('docs_src')), sorted(known))\n"
                "print(os.getcwd() in __file__, __file__.startswith('/'))\n"
            )
        },
    )
    monkeypatch.setenv("SECRET", "1")
    outcome = run(folder, "$ a\n['huts'] ['HOME']\nTrue True", "python docs_src/huts/writes.py")
    assert outcome.findings == ()
    assert "Alpenrose" in (folder / "docs_src/huts/tutorial001.py").read_text()
    assert not (folder / "log.txt").exists()


def test_paths_of_the_copy_are_shown_from_its_root(folder: Path) -> None:
    """A traceback names the file as it lies in the repository."""
    write(folder, {"huts/fails.py": "raise ValueError('cold')\n"})
    outcome = run(
        folder,
        "$ a\nTraceback (most recent call last):\n"
        '  File "docs_src/huts/fails.py", line 1, in <module>\n'
        "    raise ValueError('cold')\nValueError: cold",
        "python docs_src/huts/fails.py",
        ' exit="1"',
    )
    assert outcome.findings == ()


def test_what_a_fork_prints_otherwise_is_asked_of_a_new_python(folder: Path) -> None:
    """A fork has a frame below the program's: its answer counts only where it is as shown."""
    code = "import inspect; import fastapi; print(len(inspect.stack()), fastapi.__name__)"
    assert not run(folder, f"$ {code}\n1 fastapi", f"python -c '{code}'").findings
    found = run(folder, f"$ {code}\n7 fastapi", f"python -c '{code}'")
    assert found.edits[0].lines == ("1 fastapi",)
