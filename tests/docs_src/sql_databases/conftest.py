"""The examples with a database run on SQLite, and with the page's change on PostgreSQL, too."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from sqlmodel import SQLModel

from scripts.docsite import examples
from scripts.docsite.markdown import scan
from tests.docs_src.conftest import ROOT
from tests.docs_src.sql_databases import postgresql

PAGE = "docs/en/tutorial/sql-databases.md"
URL = "postgresql+psycopg://trail:secret@localhost/trailhead"
"""The address that the page shows; that of the tests' own server takes its place."""


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Return the URL of a running PostgreSQL."""
    pytest.importorskip(
        "psycopg", reason="there is no library for PostgreSQL", exc_type=ImportError
    )
    try:
        with postgresql.running() as url:
            yield url
    except postgresql.Missing as missing:
        pytest.skip(str(missing))


@pytest.fixture(params=["sqlite", "postgresql"])
def module(
    variant: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[ModuleType]:
    """Return the example's module with one of the databases, which has no table yet."""
    monkeypatch.chdir(tmp_path)
    if request.param == "sqlite":
        yield examples.load(variant)
        return
    text = (ROOT / f"docs_src/{variant}.py").read_text(encoding="utf-8")
    changed = with_engine(text, shown_engine().replace(URL, request.getfixturevalue("server")))
    (tmp_path / "on_postgresql.py").write_text(changed, encoding="utf-8")
    examples.load("sql_databases")  # which forgets the tables of the example before
    module = imported(tmp_path / "on_postgresql.py")
    yield module
    SQLModel.metadata.drop_all(module.engine)
    module.engine.dispose()


def shown_engine() -> str:
    """Return the line that the page puts in the place of the example's engine."""
    fences = scan((ROOT / PAGE).read_text(encoding="utf-8"), PAGE).fences
    (shown,) = [fence.content for fence in fences if URL in fence.content]
    return shown.strip()


def with_engine(text: str, line: str) -> str:
    """Return a module's text with another statement for the engine."""
    (old,) = [
        node
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "engine"
    ]
    lines = text.splitlines()
    return "\n".join([*lines[: old.lineno - 1], line, *lines[old.end_lineno :], ""])


def imported(path: Path) -> ModuleType:
    """Import a file under its own name."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module
