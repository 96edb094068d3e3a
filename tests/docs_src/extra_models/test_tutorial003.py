"""An answer of one of two models."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "extra_models/tutorial003"


def test_fitting_model_is_chosen(client: TestClient) -> None:
    """The row decides which of the models is sent."""
    assert client.get("/titles/salt-roads").json() == {"name": "Salt Roads", "kind": "book"}
    assert client.get("/titles/harbor-lights").json() == {
        "name": "Harbor Lights",
        "kind": "audio book",
        "minutes": 214,
    }


def test_unknown_title_is_not_found(client: TestClient) -> None:
    """A missing title is the client's error."""
    assert client.get("/titles/the-ninth-wave").status_code == 404


def test_both_models_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI lists the models in the order of the union."""
    answer = schema["paths"]["/titles/{slug}"]["get"]["responses"]["200"]
    assert answer["content"]["application/json"]["schema"]["anyOf"] == [
        {"$ref": "#/components/schemas/AudioBook"},
        {"$ref": "#/components/schemas/PrintedBook"},
    ]
