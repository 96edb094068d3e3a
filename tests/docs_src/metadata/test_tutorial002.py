"""The schema at another address."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "metadata/tutorial002"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/api/v1/openapi.json", 200), ("/openapi.json", 404), ("/docs", 200), ("/redoc", 200)],
)
def test_the_schema_has_moved(client: TestClient, path: str, status: int) -> None:
    """The usual address is free; the documentation stays where it was."""
    assert client.get(path).status_code == status


def test_the_documentation_reads_the_new_address(client: TestClient) -> None:
    """Both pages name it."""
    for path in ("/docs", "/redoc"):
        assert "/api/v1/openapi.json" in client.get(path).text


def test_without_metadata_there_are_defaults(client: TestClient) -> None:
    """A title and a version are always there."""
    info = client.get("/api/v1/openapi.json").json()["info"]
    assert info == {"title": "FastAPI", "version": "0.1.0"}


def test_without_a_schema_there_is_no_documentation() -> None:
    """Nothing would be there to show."""
    client = TestClient(FastAPI(openapi_url=None))
    for path in ("/openapi.json", "/docs", "/redoc"):
        assert client.get(path).status_code == 404


def test_path_operation(client: TestClient) -> None:
    """The app itself is the same as ever."""
    assert client.get("/huts").json() == ["Alpenrose", "Birkenhof", "Steinbock"]
