"""Huts in a database: add, list, read, delete."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import inspect

EXAMPLE = "sql_databases/tutorial001"

HUT = {"name": "Steinbock", "altitude": 2871, "door_code": "4711"}


def test_the_table_is_made_at_startup(module: ModuleType) -> None:
    """It is not there before the app has started."""
    assert inspect(module.engine).get_table_names() == []
    with TestClient(module.app):
        assert inspect(module.engine).get_table_names() == ["hut"]


def test_a_hut_is_kept(client: TestClient) -> None:
    """The database chooses the id; without other models the secret comes back."""
    response = client.post("/huts", json={**HUT, "id": 77})
    assert response.status_code == 200
    assert response.json() == {"id": 1, **HUT}
    assert client.get("/huts/1").json() == {"id": 1, **HUT}


def test_huts_survive_a_restart(app: FastAPI) -> None:
    """They are in the database."""
    with TestClient(app) as client:
        client.post("/huts", json=HUT)
    with TestClient(app) as client:
        assert client.get("/huts/1").status_code == 200


def test_pages_of_a_list(client: TestClient) -> None:
    """Offset and limit cut a piece out of the sorted list."""
    for name in ("Steinbock", "Alpenrose", "Birkenhof"):
        client.post("/huts", json={"name": name, "door_code": "1"})
    names = [hut["name"] for hut in client.get("/huts").json()]
    assert names == ["Alpenrose", "Birkenhof", "Steinbock"]
    (hut,) = client.get("/huts?offset=1&limit=1").json()
    assert hut["name"] == "Birkenhof"


@pytest.mark.parametrize(
    ("data", "kind", "field"),
    [
        ({"name": "Alpenrose"}, "missing", "door_code"),
        ({**HUT, "altitude": 9001}, "less_than_equal", "altitude"),
        ({**HUT, "name": 12}, "string_type", "name"),
    ],
)
def test_data_is_checked(client: TestClient, data: dict[str, Any], kind: str, field: str) -> None:
    """What does not fit never reaches the database."""
    response = client.post("/huts", json=data)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == (kind, ["body", field])
    assert client.get("/huts").json() == []


@pytest.mark.parametrize(
    ("path", "kind", "loc"),
    [
        ("/huts?limit=101", "less_than_equal", ["query", "limit"]),
        ("/huts?limit=0", "greater_than_equal", ["query", "limit"]),
        ("/huts?offset=-1", "greater_than_equal", ["query", "offset"]),
        ("/huts/99999999999", "less_than_equal", ["path", "hut_id"]),
    ],
)
def test_numbers_have_limits(client: TestClient, path: str, kind: str, loc: list[str]) -> None:
    """No number is larger than a column, no page larger than a hundred huts."""
    response = client.get(path)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == (kind, loc)


def test_delete(client: TestClient) -> None:
    """A hut goes once."""
    client.post("/huts", json=HUT)
    assert client.delete("/huts/1").json() == {"ok": True}
    assert client.get("/huts").json() == []
    for response in (client.get("/huts/1"), client.delete("/huts/1")):
        assert response.status_code == 404
        assert response.json() == {"detail": "There is no such hut"}
