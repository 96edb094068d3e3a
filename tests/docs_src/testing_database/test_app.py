"""An app with a database, and tests of it with another one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine

EXAMPLE = "testing_database/app"
MODULE = "test_main"

Made = tuple[TestClient, Engine]


@pytest.fixture
def make(module: ModuleType) -> Iterator[Callable[[], Made]]:
    """Return what runs the example's fixtures, and end them as pytest does."""
    running: list[Iterator[object]] = []

    def made() -> Made:
        engines: Iterator[Engine] = module.engine.__wrapped__()
        engine = next(engines)
        clients: Iterator[TestClient] = module.client.__wrapped__(engine)
        running[:0] = [clients, engines]
        return next(clients), engine

    yield made
    for fixture in running:
        assert next(fixture, None) is None
    assert module.app.dependency_overrides == {}


def test_its_own_tests_pass(module: ModuleType, make: Callable[[], Made]) -> None:
    """Each test that the example shows succeeds, with a database of its own."""
    module.test_add_hut(make()[0])
    module.test_list_huts(*make())
    module.test_a_hut_needs_a_name(make()[0])
    assert sum(name.startswith("test_") for name in vars(module)) == 3


def test_the_real_database_is_not_touched(
    module: ModuleType, make: Callable[[], Made], tmp_path: Path
) -> None:
    """The tests leave no file behind."""
    module.test_add_hut(make()[0])
    assert list(tmp_path.iterdir()) == []


def test_an_operation_without_commit_would_be_found(
    module: ModuleType, make: Callable[[], Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each request has a session of its own, so what is not committed is lost."""
    client, _ = make()
    monkeypatch.setattr(module.Session, "commit", module.Session.flush)
    assert client.post("/huts", json={"name": "Steinbock"}).status_code == 200
    assert client.get("/huts").json() == []


def test_the_app_keeps_its_data_in_a_file(module: ModuleType, tmp_path: Path) -> None:
    """Without a replacement, a new client finds what another one has stored."""
    with TestClient(module.app) as client:
        assert client.post("/huts", json={"name": "Steinbock"}).json()["id"] == 1
    assert (tmp_path / "trailhead.db").is_file()
    with TestClient(module.app) as client:
        assert client.get("/huts").json() == [{"id": 1, "name": "Steinbock"}]
