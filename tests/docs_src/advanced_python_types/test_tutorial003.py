"""A union of names that are defined later."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "advanced_python_types/tutorial003"


def test_boxes_contain_boxes(client: TestClient) -> None:
    """The union is resolved, also within itself."""
    inner = {"label": "Inner", "content": [{"title": "A"}, {"title": "B"}]}
    answer = client.post("/boxes", json={"label": "Attic", "content": [{"title": "C"}, inner]})
    assert answer.json() == {"Attic": 3}


def test_other_content_is_refused(client: TestClient) -> None:
    """What is neither a book nor a box is an error."""
    answer = client.post("/boxes", json={"label": "Attic", "content": [{"weight": 3}]})
    assert answer.status_code == 422


def test_the_schema_names_both(schema: dict[str, Any]) -> None:
    """The items are one of two models, one of them the model itself."""
    assert schema["components"]["schemas"]["Box"]["properties"]["content"]["items"] == {
        "anyOf": [
            {"$ref": "#/components/schemas/Book"},
            {"$ref": "#/components/schemas/Box"},
        ]
    }
