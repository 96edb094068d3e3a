"""Another status, with the response model at work."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "response_change_status_code/tutorial001"


def test_a_known_task_is_returned(client: TestClient) -> None:
    """The status of the decorator is used."""
    response = client.put("/get-or-create-task/flour")
    assert response.status_code == 200
    assert response.json() == "Order 50 kg of flour"


def test_an_unknown_task_is_created_once(client: TestClient) -> None:
    """The status that the function sets is used, the first time only."""
    response = client.put("/get-or-create-task/yeast")
    assert response.status_code == 201
    assert response.json() == "Nothing planned yet"
    assert client.put("/get-or-create-task/yeast").status_code == 200


def test_only_the_decorator_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI does not look into the function."""
    operation = schema["paths"]["/get-or-create-task/{task_id}"]["put"]
    assert list(operation["responses"]) == ["200", "422"]
