"""A database connection that is closed after the request."""

from __future__ import annotations

import sqlite3
from types import ModuleType

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial007"


def test_requests_share_the_database(client: TestClient) -> None:
    """Each request has a connection of its own to the same file."""
    assert client.post("/huts/Birkenhof/visits").json() == {"visits": 1}
    assert client.post("/huts/Birkenhof/visits").json() == {"visits": 2}
    assert client.post("/huts/Steinbock/visits").json() == {"visits": 1}


def test_the_connection_is_closed_when_all_went_well(module: ModuleType) -> None:
    """The code behind `yield` closes the connection."""
    generator = module.get_db()
    connection = next(generator)
    assert connection.execute("SELECT 1").fetchone() == (1,)
    assert next(generator, None) is None
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


def test_the_connection_is_closed_after_an_error(module: ModuleType) -> None:
    """An exception closes the connection, too, and goes on."""
    generator = module.get_db()
    connection = next(generator)
    with pytest.raises(KeyError):
        generator.throw(KeyError("hut"))
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")
