"""An operation that the documentation does not list."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "path_operation_advanced_configuration/tutorial003"


def test_the_operation_still_answers(client: TestClient) -> None:
    """Hidden is not closed."""
    assert client.get("/oven").json() == {"celsius": 240}


def test_the_schema_is_empty(schema: dict[str, Any]) -> None:
    """OpenAPI does not know the path."""
    assert schema["paths"] == {}
