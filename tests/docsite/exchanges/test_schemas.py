"""Fragments of OpenAPI schemas, compared with what the example serves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import faults
from tests.docsite.exchanges.support import EXAMPLE, PATH, findings, run, write

APP = """\
from fastapi import FastAPI

app = FastAPI(title="Trailhead")
hidden = FastAPI(openapi_url=None)

@app.get("/huts/{number}", tags=["huts", "beds"])
async def read_hut(number: int) -> str:
    return "Alpenrose"
"""


def page(pointer: str, content: str, options: str = "") -> str:
    """Return a page of one fragment, in line 1."""
    return f'```json openapi="{EXAMPLE}{pointer}"{options}\n{content}\n```\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project with the example."""
    write(tmp_path, {EXAMPLE: APP})
    return tmp_path


@pytest.mark.parametrize(
    ("pointer", "content"),
    [
        ("#/info", '{"title": "Trailhead", "version": "0.1.0"}'),
        ("#/info/title", '"Trailhead"'),
        ("#/paths/~1huts~1{number}/get/tags/1", '"beds"'),
        ("", '{"openapi": "3.1.0", "info": {...}, ...}'),
        ("#", "{...}"),
    ],
)
def test_a_true_fragment_passes(folder: Path, pointer: str, content: str) -> None:
    """A pointer leads to an object, a value, an element, or the whole schema."""
    assert findings(folder, page(pointer, content)) == []


def test_an_untrue_fragment_is_told_and_mended(folder: Path) -> None:
    """The finding stands at the block; layout and `...` are kept."""
    (outcome,) = run(folder, page("#/info", '{\n  "title": "Trailhaed",\n  ...\n}'))
    (finding,) = outcome.findings
    assert (finding.code, str(finding.location)) == (faults.UNTRUE, f"{PATH}:1")
    assert 'title: shown is "Trailhaed", real is "Trailhead"' in finding.message
    assert outcome.content == '{\n  "title": "Trailhead",\n  ...\n}\n'


@pytest.mark.parametrize(
    ("pointer", "told"),
    [
        ("#/paths/~1hut", "has no '/hut' where /paths/~1hut leads; there is: /huts/{number}"),
        ("#/info/title/x", "has no 'x' where /info/title/x leads; there is: str"),
        ("#/paths/~1huts~1{number}/get/tags/2", "has no '2'"),
    ],
)
def test_a_pointer_that_leads_nowhere_is_told(folder: Path, pointer: str, told: str) -> None:
    """A renamed route turns the page red, and the message names what is there."""
    (finding,) = findings(folder, page(pointer, "{...}"))
    assert finding.code == faults.UNTRUE and told in finding.message


def test_an_app_without_a_schema_is_told(folder: Path) -> None:
    """There is nothing to show a fragment of."""
    (finding,) = findings(folder, page("", "{...}", ' app="hidden"'))
    assert finding.code == faults.NO_APP and "serves no OpenAPI schema" in finding.message


def test_variants_have_the_same_schema(folder: Path) -> None:
    """The other form of the example is asked, too."""
    other = EXAMPLE.replace(".py", "_an.py")
    write(folder, {other: APP.replace("read_hut", "read")})
    (finding,) = findings(folder, page("#/info", "{...}"))
    assert finding.code == faults.VARIANT
    assert f"docs_src/{other} has another OpenAPI schema" in finding.message


def test_a_missing_example_is_refused(folder: Path) -> None:
    """The error stands at the block."""
    with pytest.raises(DocsError, match=re.escape("page.md:1: the example is missing")):
        findings(folder, '```json openapi="huts/tutorial009.py"\n{...}\n```\n')


def test_an_example_that_misbehaves_is_told(folder: Path) -> None:
    """The guards stand around schemas as they do around requests."""
    write(folder, {EXAMPLE: APP + "\nexit()\n"})
    (finding,) = findings(folder, page("#/info", "{...}"))
    assert finding.code == faults.EXITS
