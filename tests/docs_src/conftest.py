"""Fixtures for the tests of the example apps.

A test module names its example once, `EXAMPLE = "path_params/tutorial001"`, and every test in it
runs against each variant of it. `MODULE = "main"` names the file of an app in a folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from scripts.docsite import examples

ROOT = Path(__file__).resolve().parents[2]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a module's tests once for each variant of the example it names."""
    base = getattr(metafunc.module, "EXAMPLE", None)
    if base and "variant" in metafunc.fixturenames:
        names = [variant.name for variant in examples.variants(ROOT, base)]
        metafunc.parametrize("variant", names)


@pytest.fixture
def module(
    variant: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[ModuleType]:
    """Return the example's module, imported afresh in an empty working directory."""
    monkeypatch.chdir(tmp_path)
    yield examples.load(variant, module=getattr(request.module, "MODULE", ""))


@pytest.fixture
def app(module: ModuleType) -> FastAPI:
    """Return the example's application object."""
    found = module.app
    assert isinstance(found, FastAPI)
    return found


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """Return a client whose application has started up."""
    with TestClient(app) as started:
        yield started


@pytest.fixture
def schema(client: TestClient) -> dict[str, Any]:
    """Return the application's OpenAPI schema as its users get it."""
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found
