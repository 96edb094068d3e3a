"""An operation id of one's own."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "path_operation_advanced_configuration/tutorial001"


def test_the_operation_answers(client: TestClient) -> None:
    """The id changes nothing in the answer."""
    assert client.get("/breads").json() == ["rye", "spelt"]


def test_the_id_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI has the id that the decorator names."""
    assert schema["paths"]["/breads"]["get"]["operationId"] == "list_breads_of_today"
