"""Tags as members of an enumeration."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "path_operation_configuration/tutorial002b"


def test_operations_answer(client: TestClient) -> None:
    """Tags change nothing for the client."""
    assert client.get("/breads").json() == ["Rye loaf", "Spelt roll"]
    assert client.get("/deliveries").json() == ["Alpenrose", "Harbor Library"]


def test_values_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI has the values of the members."""
    assert schema["paths"]["/breads"]["get"]["tags"] == ["breads"]
    assert schema["paths"]["/deliveries"]["get"]["tags"] == ["deliveries"]
