"""An extension in the schema."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "path_operation_advanced_configuration/tutorial005"


def test_the_operation_answers(client: TestClient) -> None:
    """The extension changes nothing in the answer."""
    assert client.get("/breads").json() == ["rye", "spelt"]


def test_the_extension_is_merged(schema: dict[str, Any]) -> None:
    """The extra key stands beside what FastAPI wrote."""
    operation = schema["paths"]["/breads"]["get"]
    assert operation["x-oven"] == "stone"
    assert operation["summary"] == "List Breads"
