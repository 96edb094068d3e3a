"""What is told of a page's blocks without running anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.docsite import markdown
from scripts.docsite.examples import SOURCES
from scripts.docsite.exchanges import checking, faults
from tests.docsite.exchanges.support import EXAMPLE, PATH, write

APP = "from fastapi import FastAPI as Api\nfrom os import path\napp = Api()\nraise SystemExit\n"


def check(root: Path, page: str) -> list[str]:
    """Return code and place of each finding."""
    found = checking.check(root, markdown.scan(page, PATH), PATH)
    assert all(told.hint for told in found)
    return [f"{told.code} {told.location.line} {told.message}" for told in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project with an example that must not be run."""
    write(tmp_path, {EXAMPLE: APP})
    return tmp_path


@pytest.mark.parametrize(
    ("info", "content"),
    [
        ("json", '{"a": 1}'),
        ("http", "GET /huts"),
        ("console", "$ python main.py\nAlpenrose"),
        ("{ .json }", '{"a": 1}'),
        ('json title="a"', '{"a": 1}'),
        ('exampel="huts/tutorial001.py"', None),
    ],
)
def test_an_output_that_nothing_produces_is_told(
    folder: Path, info: str, content: str | None
) -> None:
    """A block that shows an answer is bound, or says why it is not."""
    found = check(folder, f"text\n\n```{info}\n{content}\n```\n")
    if content is None:
        assert found == []
    else:
        kind = "http" if "http" in info else "console" if "console" in info else "json"
        assert found == [
            f"{faults.UNBOUND} 3 the {kind} block shows an output that nothing produces"
        ]


@pytest.mark.parametrize(
    "block",
    [
        '```json static="what a client sends"\n{"a": 1}\n```',
        '```console static="starts a server"\n$ fastapi dev\nINFO\n```',
        '```http static="another server"\nanything\n```',
        "```console\n$ pip install fastapi\n// wait\n```",
        "```python\nx = 1\n```",
        "```\nplain\n```",
        f'```http example="{EXAMPLE}"\nGET /huts\n\n200\n```',
        f'```http example="{EXAMPLE}" app="path"\nGET /huts\n\n200\n```',
        f'```http example="{EXAMPLE}" app="Api"\nGET /huts\n\n200\n```',
        f'```json openapi="{EXAMPLE}#/paths"\n{{...}}\n```',
        '```console run="python -c 1"\n$ python\n```',
    ],
)
def test_a_block_that_is_bound_or_says_why_not_is_fine(folder: Path, block: str) -> None:
    """Nothing is executed for this: the example would end the interpreter."""
    assert check(folder, block + "\n") == []


def test_a_missing_example_is_told(folder: Path) -> None:
    """At the block that names it."""
    page = '```http example="huts/tutorial009.py"\nGET /huts\n\n200\n```\n'
    assert check(folder, page) == ["X002 1 the example is missing: docs_src/huts/tutorial009.py"]
    page = '```json openapi="huts/tutorial009.py#/info"\n{...}\n```\n'
    assert check(folder, page) == ["X002 1 the example is missing: docs_src/huts/tutorial009.py"]


def test_an_unknown_app_is_told(folder: Path) -> None:
    """A name that the module does not bind."""
    page = f'```http example="{EXAMPLE}" app="api"\nGET /huts\n\n200\n```\n'
    assert check(folder, page) == [f"X003 1 there is no 'api' in docs_src/{EXAMPLE}"]


@pytest.mark.parametrize("mistake", [b"def broken(:\n", b"app = 1\0\n", b"app = '\xff'\n"])
def test_no_app_is_missed_in_an_example_with_mistakes(folder: Path, mistake: bytes) -> None:
    """The mistake hides the names, and is told where the examples are checked."""
    (folder / SOURCES / EXAMPLE).write_bytes(mistake)
    assert check(folder, f'```http example="{EXAMPLE}"\nGET /huts\n\n200\n```\n') == []


def test_every_block_that_cannot_be_read_is_told(folder: Path) -> None:
    """One broken block does not hide the next."""
    page = (
        f'```http example="{EXAMPLE}"\nGET huts\n```\n\n'
        f'```http example="{EXAMPLE}"\nGET /huts\n```\n'
    )
    assert check(folder, page) == [
        "X004 2 this is no request line: 'GET huts'",
        "X004 6 the request GET /huts has no response",
    ]


def test_an_unknown_option_is_told_in_place_of_what_it_leads_to(folder: Path) -> None:
    """A misspelt binding binds nothing; the misspelling is what is to be mended."""
    page = '```http exampel="huts/tutorial001.py"\nGET /huts\n\n200\n```\n'
    assert check(folder, page) == ["X004 1 there is no option 'exampel' for http blocks"]


def test_a_session_of_two_apps_is_told(folder: Path) -> None:
    """At the block that goes on with another app."""
    write(folder, {"huts/tutorial002.py": APP})
    block = '```http example="huts/tutorial00{}.py" session="s"\nGET /huts\n\n200\n```\n'
    (found,) = check(folder, block.format(1) + block.format(2))
    assert found.startswith("X005 6 session 's' began in line 1")
