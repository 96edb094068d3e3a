"""The Makefile and .ci/run: what they say on a machine that lacks something, and what they run."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support import REPOSITORY

PROGRAMS = ("bash", "sh", "make", "sed", "touch", "dirname", "printf", "env", "echo")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Return a copy of what is needed, on a machine with a handful of programs in `bin/`."""
    (tmp_path / "bin").mkdir()
    for name in PROGRAMS:
        found = shutil.which(name)
        assert found
        (tmp_path / "bin" / name).symlink_to(found)
    (tmp_path / "project/.ci").mkdir(parents=True)
    for name in ("Makefile", ".ci/run"):
        shutil.copy(REPOSITORY / name, tmp_path / "project" / name)
    for name in ("requirements.txt", "pyproject.toml"):
        (tmp_path / "project" / name).write_text("")
    return tmp_path


def program(machine: Path, path: str, script: str) -> None:
    """Write a program; a path without a slash is found by its name."""
    target = machine / (path if "/" in path else f"bin/{path}")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"#!{shutil.which('bash')}\n{script}\n")
    target.chmod(0o755)


def run(machine: Path, *command: str) -> tuple[int, str]:
    """Run a command in the project with the machine's programs alone.

    The tests themselves may have been started by make: it must not take part.
    """
    outer = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(
        command,
        cwd=machine / "project",
        env={**outer, "PATH": str(machine / "bin")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def installed(machine: Path, *programs: str) -> None:
    """Make the environment look installed; each program prints how it is called."""
    for name in programs:
        program(machine, f"project/.venv/bin/{name}", f'echo "{name} $*"')
    (machine / "project/.venv/.ready").write_text("")


def test_help_lists_the_targets(machine: Path) -> None:
    """It is what `make` alone does."""
    status, out = run(machine, "make")
    assert status == 0
    names = [line.split()[0] for line in out.splitlines()]
    expected = "help build serve test test-long coverage benchmark test-lowest check .venv"
    assert names == expected.split()


@pytest.mark.parametrize(
    ("python", "message"),
    [
        (None, "Python 3.11 or newer is needed"),
        ("exit 1", "Python 3.11 or newer is needed"),
        ("[[ $2 == *version_info* ]]", "Python has no venv module"),
    ],
)
def test_an_unfit_python_is_told(machine: Path, python: str | None, message: str) -> None:
    """With the line that mends it; nothing is made."""
    if python is not None:
        program(machine, "python3", python)
    status, out = run(machine, "make", "build")
    assert (status, message in out, "apt-get install" in out) == (2, True, True)
    assert not (machine / "project/.venv").exists()


def test_the_environment_is_made_once(machine: Path) -> None:
    """From the pinned packages, and again when they change."""
    program(machine, "python3", "exit 0")
    program(machine, "project/.venv/bin/python", 'echo "python $*"')
    status, out = run(machine, "make", ".venv")
    assert status == 0, out
    assert "--require-hashes --no-deps --requirement requirements.txt" in out
    assert "--no-deps --no-build-isolation --editable ." in out
    assert "python" not in run(machine, "make", ".venv")[1]
    later = (machine / "project/.venv/.ready").stat().st_mtime + 10
    os.utime(machine / "project/requirements.txt", (later, later))
    assert "--require-hashes" in run(machine, "make", ".venv")[1]


def test_a_failed_installation_is_not_taken_for_a_whole_one(machine: Path) -> None:
    """The next run tries again."""
    program(machine, "python3", "exit 0")
    program(machine, "project/.venv/bin/python", "exit 1")
    assert run(machine, "make", ".venv")[0] == 2
    assert not (machine / "project/.venv/.ready").exists()


def test_tests_need_a_browser(machine: Path) -> None:
    """The message says how to install it; with one, the site is built and then tested."""
    installed(machine, "docs", "python")
    status, out = run(machine, "make", "test")
    assert (status, "apt-get install chromium" in out) == (2, True)
    program(machine, "chromium", "exit 0")
    status, out = run(machine, "make", "test")
    tests = "python -m pytest -n auto --dist worksteal"
    assert (status, out) == (0, f"docs build-all --strict\n{tests}\n")


def test_check_looks_at_everything(machine: Path) -> None:
    """Formatter, linter, types, docs and examples; the first that fails ends it."""
    installed(machine, "ruff", "mypy", "docs")
    status, out = run(machine, "make", "check")
    assert status == 0
    assert out.splitlines() == [
        "ruff format --check --quiet .",
        "ruff check --quiet",
        "mypy --no-error-summary",
        "docs check",
        "docs examples variants --check",
    ]
    program(machine, "project/.venv/bin/ruff", "exit 1")
    status, out = run(machine, "make", "check")
    assert (status, "Run: .venv/bin/ruff format" in out, "docs" in out) == (2, True, False)


MADE = ["make .venv", "make --jobs=2 --output-sync=target check build", "make test"]
INSTALLED = "printf installed"
ONE_MISSING = "[[ $* == *cjk* ]] && exit 1; printf installed"


def test_continuous_integration_runs_checks_and_tests(machine: Path) -> None:
    """On a machine that has what is needed, nothing is installed."""
    (machine / "bin/make").unlink()
    program(machine, "make", 'echo "make $*"')
    program(machine, "dpkg-query", INSTALLED)
    assert run(machine, ".ci/run") == (0, "".join(f"{line}\n" for line in MADE))


def test_continuous_integration_installs_what_is_missing(machine: Path) -> None:
    """As root; others are told what to install."""
    (machine / "bin/make").unlink()
    program(machine, "make", 'echo "make $*"')
    program(machine, "dpkg-query", ONE_MISSING)
    program(machine, "apt-get", 'echo "apt-get $*"')
    program(machine, "id", "echo 1000")
    status, out = run(machine, ".ci/run")
    assert status == 1
    assert "Missing: fonts-noto-cjk. As root on Debian: apt-get install fonts-noto-cjk\n" in out
    assert "make test" not in out
    program(machine, "id", "echo 0")
    status, out = run(machine, ".ci/run")
    assert status == 0
    lines = out.splitlines()
    assert [line for line in lines if line.startswith("make")] == MADE
    assert [line for line in lines[:-2] if line.startswith("apt-get")] == [
        "apt-get update --quiet=2",
        "apt-get install --quiet=2 --yes --no-install-recommends fonts-noto-cjk",
    ]


def test_continuous_integration_fails_with_the_tests(machine: Path) -> None:
    """The exit status is that of make."""
    (machine / "bin/make").unlink()
    program(machine, "make", "exit 2")
    program(machine, "dpkg-query", INSTALLED)
    assert run(machine, ".ci/run")[0] == 2
