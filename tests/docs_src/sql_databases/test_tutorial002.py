"""Huts with a model for each purpose, and partial updates."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "sql_databases/tutorial002"

HUT = {"name": "Steinbock", "altitude": 2871, "door_code": "4711"}
PUBLIC = {"id": 1, "name": "Steinbock", "altitude": 2871}


def test_the_secret_stays_inside(client: TestClient) -> None:
    """No answer shows the code of the door."""
    assert client.post("/huts", json=HUT).json() == PUBLIC
    assert client.get("/huts/1").json() == PUBLIC
    assert client.get("/huts").json() == [PUBLIC]
    assert client.patch("/huts/1", json={"door_code": "1234"}).json() == PUBLIC


def test_the_secret_is_required(client: TestClient) -> None:
    """It is one of the fields of a new hut."""
    (error,) = client.post("/huts", json={"name": "Alpenrose"}).json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["body", "door_code"])


@pytest.mark.parametrize("data", [{"name": "Alpenrose"}, {"altitude": 12}, {"altitude": None}, {}])
def test_update_changes_only_what_is_sent(client: TestClient, data: dict[str, Any]) -> None:
    """Everything else stays; an altitude can also be taken away."""
    client.post("/huts", json=HUT)
    assert client.patch("/huts/1", json=data).json() == PUBLIC | data
    assert client.get("/huts/1").json() == PUBLIC | data


@pytest.mark.parametrize("field", ["name", "door_code"])
def test_required_columns_cannot_become_null(client: TestClient, field: str) -> None:
    """A key may be missing, but not null."""
    client.post("/huts", json=HUT)
    response = client.patch("/huts/1", json={field: None})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("string_type", ["body", field])


def test_unknown_huts(client: TestClient) -> None:
    """Nothing can be read, changed or deleted that is not there."""
    responses = (
        client.get("/huts/1"),
        client.patch("/huts/1", json={"name": "Alpenrose"}),
        client.delete("/huts/1"),
    )
    assert [response.status_code for response in responses] == [404, 404, 404]
    assert {response.json()["detail"] for response in responses} == {"There is no such hut"}


def test_delete(client: TestClient) -> None:
    """A deleted hut is gone."""
    client.post("/huts", json=HUT)
    assert client.delete("/huts/1").json() == {"ok": True}
    assert client.get("/huts/1").status_code == 404


def test_the_documentation_shows_what_comes_back(schema: dict[str, Any]) -> None:
    """A public hut always has an id, and never a secret."""
    assert set(schema["components"]["schemas"]["HutPublic"]["properties"]) == {
        "id",
        "name",
        "altitude",
    }
    assert schema["components"]["schemas"]["HutPublic"]["required"] == ["name", "id"]
