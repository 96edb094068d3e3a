"""An app that starts its own server when it is run as a script."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi.testclient import TestClient

from scripts.docsite import examples

EXAMPLE = "debugging/tutorial001"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, dict[str, Any]]]:
    """Record which app would be served and how, instead of waiting for requests forever."""
    calls: list[tuple[Any, dict[str, Any]]] = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: calls.append((app, options)))
    return calls


def test_the_app_answers(client: TestClient) -> None:
    """The value is calculated."""
    assert client.get("/").json() == {"climb": 1631}


def test_an_import_starts_no_server(started: list[tuple[Any, dict[str, Any]]]) -> None:
    """Imported, the module is not the main program."""
    examples.load(EXAMPLE)
    assert started == []


def test_the_script_starts_a_server(root: Path, started: list[tuple[Any, dict[str, Any]]]) -> None:
    """Run as a script, the module serves its app to this computer alone."""
    path = root / "docs_src" / f"{EXAMPLE}.py"
    namespace = runpy.run_path(str(path), run_name="__main__")
    assert started == [(namespace["app"], {"host": "127.0.0.1", "port": 8000})]
