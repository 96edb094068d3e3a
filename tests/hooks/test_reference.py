"""Documented objects in a built site: their source, their docstrings, and the way to the guide."""

from __future__ import annotations

import itertools
import re
from importlib.metadata import version
from pathlib import Path

import fastapi
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support import REPOSITORY, configuration, make_project

HOOKS = [str(REPOSITORY / f"scripts/hooks/{name}.py") for name in ("language", "reference")]
PAGE = """---
description: A page made by a test.
---

# Reference { #reference }

::: fastapi.Query

::: fastapi.UploadFile
    options:
      members: [read, seek]

::: starlette.status
    options:
      members: []

::: fastapi.openapi.docs.swagger_ui_default_parameters

::: json.dumps
"""
GUIDE = """---
description: A page of the guide.
---

# Query Parameters and String Validations { #query }
"""
SOURCE = re.compile(r'href="https://([^"]+?)/blob/([^/"]+)/([^#"]+)(?:#L(\d+)-L(\d+))?"')


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the built page."""
    root = tmp_path_factory.mktemp("reference")
    options = {
        "extensions": [
            "griffe_typingdoc",
            str(REPOSITORY / "scripts/docsite/mended_docstrings.py"),
        ],
        "separate_signature": True,
        "unwrap_annotated": True,
    }
    plugin = {
        "custom_templates": str(REPOSITORY / "scripts/templates"),
        "handlers": {"python": {"inventories": [], "options": options}},
    }
    pages = ["index.md", "reference/objects.md", "tutorial/query-params-str-validations.md"]
    settings = configuration(
        pages,
        theme={"name": "material"},
        hooks=HOOKS,
        markdown_extensions=["attr_list", {"pymdownx.highlight": {"line_spans": "__span"}}],
        plugins=[{"mkdocstrings": plugin}],
    )
    files = {f"docs/en/{pages[1]}": PAGE, f"docs/en/{pages[2]}": GUIDE, "mkdocs.yml": settings}
    make_project(root, files)
    build(load_config(str(root / "mkdocs.yml"), docs_dir=str(root / "docs/en")))
    return (root / "site/reference/objects/index.html").read_text(encoding="utf-8")


@pytest.fixture
def found(html: str) -> list[tuple[str, ...]]:
    """Return repository, release, file and lines of each link to a source."""
    return SOURCE.findall(html)


def test_objects_lead_to_their_source(found: list[tuple[str, ...]]) -> None:
    """What is asked for and the methods of classes; the standard library has none."""
    places = {(repository, tag, file) for repository, tag, file, _, _ in found}
    assert places == {
        ("github.com/fastapi/fastapi", version("fastapi"), "fastapi/param_functions.py"),
        ("github.com/fastapi/fastapi", version("fastapi"), "fastapi/datastructures.py"),
        ("github.com/Kludex/starlette", version("starlette"), "starlette/status.py"),
        ("github.com/fastapi/fastapi", version("fastapi"), "fastapi/openapi/docs.py"),
    }
    assert len(found) == 6


def test_the_lines_are_those_of_the_object(found: list[tuple[str, ...]]) -> None:
    """The first line defines it."""
    folder = Path(fastapi.__file__).parents[1]
    first = [
        (folder / file).read_text(encoding="utf-8").splitlines()[int(start) - 1].strip()
        for _, _, file, start, _ in found
        if start
    ]
    assert [line.partition("(")[0] for line in first] == [
        "def Query",
        "class UploadFile",
        "async def read",
        "async def seek",
        "swagger_ui_default_parameters: Annotated[",
    ]


def test_links_to_other_docs_come_with_one_to_the_guide(html: str) -> None:
    """Where the guide has the page, relative to the reference."""
    pages = re.findall(
        r'href="https://fastapi\.tiangolo\.com/([^"#]+)/[^"]*">[^<]*</a>( or <a href="([^"]*)")?',
        html,
    )
    assert {(path, here) for path, _, here in pages} == {
        ("tutorial/query-params-str-validations", "../../tutorial/query-params-str-validations/"),
        ("tutorial/path-params-numeric-validations", ""),
        ("tutorial/schema-extra-example", ""),
        ("tutorial/request-files", ""),
    }


def test_no_markdown_is_left(html: str) -> None:
    """The docstring of `Query` has links that FastAPI forgot to close."""
    assert "](http" not in html
    assert "#add-regular-expressions" in html


def test_no_level_of_headings_is_left_out(html: str) -> None:
    """The docstring of `UploadFile.read` has none, that of the page's objects begins at `##`."""
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_no_id_is_there_twice(html: str) -> None:
    """Each signature is highlighted as a page of its own."""
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
