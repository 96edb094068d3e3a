"""The source of documented objects in a built site."""

from __future__ import annotations

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
      members: [read]

::: starlette.status
    options:
      members: []

::: json.dumps
"""
SOURCE = re.compile(r'href="https://([^"]+?)/blob/([^/"]+)/([^#"]+)(?:#L(\d+)-L(\d+))?"')


@pytest.fixture
def found(tmp_path: Path) -> list[tuple[str, ...]]:
    """Return repository, release, file and lines of each link to a source."""
    plugin = {
        "custom_templates": str(REPOSITORY / "scripts/templates"),
        "handlers": {"python": {"inventories": []}},
    }
    settings = configuration(
        ["index.md", "reference.md"],
        theme={"name": "material"},
        hooks=HOOKS,
        markdown_extensions=["attr_list"],
        plugins=[{"mkdocstrings": plugin}],
    )
    make_project(tmp_path, {"docs/en/reference.md": PAGE, "mkdocs.yml": settings})
    build(load_config(str(tmp_path / "mkdocs.yml"), docs_dir=str(tmp_path / "docs/en")))
    return SOURCE.findall((tmp_path / "site/reference/index.html").read_text(encoding="utf-8"))


def test_objects_lead_to_their_source(found: list[tuple[str, ...]]) -> None:
    """A function, a class, its method and a module; the standard library has none."""
    places = {(repository, tag, file) for repository, tag, file, _, _ in found}
    assert places == {
        ("github.com/fastapi/fastapi", version("fastapi"), "fastapi/param_functions.py"),
        ("github.com/fastapi/fastapi", version("fastapi"), "fastapi/datastructures.py"),
        ("github.com/Kludex/starlette", version("starlette"), "starlette/status.py"),
    }
    assert len(found) == 4


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
    ]
