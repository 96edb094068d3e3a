"""Dependencies in the decorator."""

from __future__ import annotations

import asyncio
from types import ModuleType

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial006"


def test_both_headers_are_required(client: TestClient) -> None:
    """Without headers, the answer names both."""
    response = client.get("/readings")
    assert response.status_code == 422
    assert [(error["type"], error["loc"]) for error in response.json()["detail"]] == [
        ("missing", ["header", "x-station"]),
        ("missing", ["header", "x-key"]),
    ]


@pytest.mark.parametrize(
    ("station", "key", "detail"),
    [
        ("summit", "cold-wind", "Unknown station"),
        ("ridge", "guess", "Unknown key"),
        ("summit", "guess", "Unknown station"),
    ],
)
def test_wrong_headers_are_refused(client: TestClient, station: str, key: str, detail: str) -> None:
    """The dependencies are called in the order of the list, and the first to raise answers."""
    response = client.get("/readings", headers={"x-station": station, "x-key": key})
    assert response.status_code == 400
    assert response.json() == {"detail": detail}


def test_right_headers_reach_the_operation(client: TestClient) -> None:
    """What the dependencies return is not used."""
    response = client.get("/readings", headers={"x-station": "ridge", "x-key": "cold-wind"})
    assert response.status_code == 200
    assert response.json() == [-3.5, -4.0]


def test_a_dependency_is_a_normal_function(module: ModuleType) -> None:
    """Elsewhere, its return value can be used."""
    assert asyncio.run(module.check_key("cold-wind")) == "cold-wind"
