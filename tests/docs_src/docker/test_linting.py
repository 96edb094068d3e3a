"""The linter for Dockerfiles has nothing to say about those of the examples and pages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.docsite.markdown import scan
from tests.support import REPOSITORY

DOCKERFILES = sorted(REPOSITORY.glob("docs_src/**/*Dockerfile*"))
PAGES = sorted((REPOSITORY / "docs/en").rglob("*.md"))

# `nobody` is in every Debian. The page tells for which cluster its number is needed.
IGNORED = frozenset({"DL3066"})
SHOWN_WRONG = {
    # Both forms of CMD, the wrong one with the reason why it is wrong.
    "deployment/docker.md": [["DL3025", "DL4003"]],
}


def lint(text: str, ignored: frozenset[str] = IGNORED) -> list[str]:
    """Return the codes of what hadolint finds in a Dockerfile."""
    program = Path(sys.executable).with_name("hadolint")
    options = ["--no-fail", "--format=json", *(f"--ignore={code}" for code in sorted(ignored))]
    done = subprocess.run(
        [program, *options, "-"], input=text, capture_output=True, text=True, check=True
    )
    return [finding["code"] for finding in json.loads(done.stdout)]


def started(text: str) -> str:
    """Return a piece of a Dockerfile with a beginning, if it has none."""
    return text if "FROM " in text else f"FROM python:3.14-slim\n{text}"


@pytest.mark.parametrize("path", DOCKERFILES, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_the_linter_finds_nothing(path: Path) -> None:
    """In the files that pages include."""
    assert lint(path.read_text()) == []


def test_pieces_in_pages_are_right_or_shown_wrong() -> None:
    """What is no file but a fence in a page."""
    found = {}
    for path in PAGES:
        fences = scan(path.read_text(), path.name).fences
        texts = [fence.content for fence in fences if fence.language in ("dockerfile", "docker")]
        if texts:
            found[path.relative_to(REPOSITORY / "docs/en").as_posix()] = [
                lint(started(text)) for text in texts
            ]
    assert found == SHOWN_WRONG


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("USER root", ["DL3002"]),
        ("RUN cd /code", ["DL3003", "SC2164"]),
        ("RUN pip install fastapi", ["DL3013", "DL3042"]),
        ("USER nobody", []),
        ("COPIED a b", ["DL1000"]),
    ],
)
def test_the_linter_sees_a_fault(line: str, codes: list[str]) -> None:
    """A rule that is ignored is no finding; what is no Dockerfile is one."""
    assert lint(started(line)) == codes


def test_nothing_is_ignored_in_vain() -> None:
    """Each ignored rule speaks about one of the files."""
    found = {code for path in DOCKERFILES for code in lint(path.read_text(), frozenset())}
    assert found == IGNORED
