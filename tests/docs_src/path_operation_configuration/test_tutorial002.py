"""Tags as text."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "path_operation_configuration/tutorial002"


def test_operations_answer(client: TestClient) -> None:
    """Tags change nothing for the client."""
    bread = {"name": "Rye loaf", "price": 4.2}
    assert client.post("/breads", json=bread).json() == bread
    assert client.get("/breads").json() == [bread]
    assert client.get("/deliveries").json() == ["Alpenrose", "Harbor Library"]


def test_tags_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI has the tags of each operation."""
    assert [
        operation["tags"] for path in schema["paths"].values() for operation in path.values()
    ] == [["breads"], ["breads"], ["deliveries"]]
