"""Dependencies of the whole application."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial012"

PATHS = ["/readings", "/warnings"]


@pytest.mark.parametrize("path", PATHS)
def test_both_headers_are_required_everywhere(client: TestClient, path: str) -> None:
    """Without headers, each operation refuses."""
    response = client.get(path)
    assert response.status_code == 422
    assert [(error["type"], error["loc"]) for error in response.json()["detail"]] == [
        ("missing", ["header", "x-station"]),
        ("missing", ["header", "x-key"]),
    ]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("station", "key", "detail"),
    [("summit", "cold-wind", "Unknown station"), ("ridge", "guess", "Unknown key")],
)
def test_wrong_headers_are_refused_everywhere(
    client: TestClient, path: str, station: str, key: str, detail: str
) -> None:
    """The dependencies check each operation's requests."""
    response = client.get(path, headers={"x-station": station, "x-key": key})
    assert response.status_code == 400
    assert response.json() == {"detail": detail}


@pytest.mark.parametrize(
    ("path", "answer"), [("/readings", [-3.5, -4.0]), ("/warnings", ["Storm above 2000 m"])]
)
def test_right_headers_reach_the_operations(
    client: TestClient, path: str, answer: list[Any]
) -> None:
    """With both headers, the operations answer."""
    headers = {"x-station": "lake", "x-key": "thin-ice"}
    assert client.get(path, headers=headers).json() == answer


@pytest.mark.parametrize("path", ["/docs", "/openapi.json"])
def test_the_documentation_stays_open(client: TestClient, path: str) -> None:
    """The pages that FastAPI adds are no path operations."""
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_headers_are_documented_everywhere(schema: dict[str, Any], path: str) -> None:
    """OpenAPI lists both headers for each operation."""
    parameters = schema["paths"][path]["get"]["parameters"]
    assert [(one["name"], one["in"], one["required"]) for one in parameters] == [
        ("x-station", "header", True),
        ("x-key", "header", True),
    ]
