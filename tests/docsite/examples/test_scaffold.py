"""A new example from the template."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.docsite import examples
from scripts.docsite.errors import DocsError
from tests.support import REPOSITORY, Project, copy_repository_file


def test_next_number_is_taken(tmp_path: Path) -> None:
    """Numbers of examples and of tests count, also those with a letter or a form."""
    project = Project(tmp_path).change(
        {"docs_src/huts/tutorial002b_an.py": "", "tests/docs_src/huts/test_tutorial003.py": ""}
    )
    assert examples.new(project.root, "huts") == (
        "docs_src/huts/tutorial004.py",
        "tests/docs_src/huts/test_tutorial004.py",
    )
    assert examples.new(project.root, "huts", annotated=True) == (
        "docs_src/huts/tutorial005_an.py",
        "tests/docs_src/huts/test_tutorial005.py",
    )
    assert examples.new(project.root, "trails")[0] == "docs_src/trails/tutorial001.py"


@pytest.mark.parametrize("annotated", [False, True])
def test_template_passes_its_own_test(tmp_path: Path, annotated: bool) -> None:
    """What is written is formatted, and its test is green and covers it."""
    project = Project(tmp_path)
    for path in ("docs_src/ruff.toml", "tests/docs_src/conftest.py"):
        copy_repository_file(project, path)
    (tmp_path / "scripts").symlink_to(REPOSITORY / "scripts")
    example, test = examples.new(tmp_path, "huts", annotated=annotated)
    commands = [
        ["ruff", "format", "--check", "--config", "docs_src/ruff.toml", example],
        ["ruff", "check", "--config", "docs_src/ruff.toml", example],
        ["ruff", "format", "--check", "--config", str(REPOSITORY / "pyproject.toml"), test],
        ["pytest", "-q", "-p", "no:cacheprovider", "--import-mode=importlib", test],
    ]
    for command in commands:
        run = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=tmp_path,
            env={"PYTHONPATH": str(tmp_path), "PATH": ""},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
    assert "3 passed" in run.stdout


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Neither file is written where one of the two exists."""
    project = Project(tmp_path).change({"tests/docs_src/huts/test_beds.py": "mine"})
    with pytest.raises(DocsError, match=r"tests/docs_src/huts/test_beds\.py exists"):
        examples.new(project.root, "huts", "beds")
    assert list(project.files()) == ["tests/docs_src/huts/test_beds.py"]


def test_both_files_are_written_or_none(tmp_path: Path) -> None:
    """Where the test can't be written there is no example without one."""
    project = Project(tmp_path).change({"tests/docs_src/huts": "a file, where a folder must be"})
    with pytest.raises(
        DocsError, match=r"tests/docs_src/huts/test_beds\.py:1: it can't be written"
    ):
        examples.new(project.root, "huts", "beds")
    assert list(project.files()) == ["tests/docs_src/huts"]


@pytest.mark.parametrize(
    ("topic", "name", "message"),
    [
        ("Huts", "", "'Huts' can't be the name of the topic"),
        ("../huts", "", "'../huts' can't be the name of the topic"),
        ("dataclasses", "", "the topic 'dataclasses' would hide"),
        ("huts", "1", "'1' can't be the name of the example"),
        ("huts", "class", "the example 'class' would hide"),
    ],
)
def test_names_that_can_not_be_used(tmp_path: Path, topic: str, name: str, message: str) -> None:
    """The message says what to write instead."""
    with pytest.raises(DocsError) as error:
        examples.new(tmp_path, topic, name)
    assert str(error.value).startswith(message)
    assert error.value.hint
    assert list(tmp_path.iterdir()) == []
