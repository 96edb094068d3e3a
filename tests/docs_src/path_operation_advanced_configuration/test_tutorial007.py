"""A body in YAML, checked with a model."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "path_operation_advanced_configuration/tutorial007"


def test_yaml_becomes_a_model(client: TestClient) -> None:
    """Text that fits is returned as JSON."""
    response = client.post("/recipes", content="name: Rye\ntags:\n- dark\n- sour\n")
    assert response.status_code == 200
    assert response.json() == {"name": "Rye", "tags": ["dark", "sour"]}


@pytest.mark.parametrize(
    "body", [b"tags: [dark", b"\xff\xfe\x00", b"name: 2026-99-99", b"[" * 5000]
)
def test_what_is_no_yaml_is_refused(client: TestClient, body: bytes) -> None:
    """Neither open brackets, few or many, nor wrong bytes nor impossible dates end in a 500."""
    response = client.post("/recipes", content=body)
    assert response.status_code == 422
    assert response.json() == {"detail": "Invalid YAML"}


def test_what_does_not_fit_the_model_is_refused(client: TestClient) -> None:
    """The answer names the place of the wrong value."""
    response = client.post("/recipes", content="name: Rye\ntags:\n- dark\n- 3\n")
    assert response.status_code == 422
    assert response.json() == {
        "detail": [
            {"type": "string_type", "loc": ["tags", 1], "msg": "Input should be a valid string"}
        ]
    }


@pytest.mark.parametrize("body", ["", "- rye", "name: Rye\ntags: [.nan, 2026-01-01]"])
def test_values_that_json_cannot_hold_are_refused(client: TestClient, body: str) -> None:
    """An error about any value of YAML can be sent as JSON."""
    assert client.post("/recipes", content=body).status_code == 422


def test_the_model_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI describes the YAML with the schema of the model."""
    content = schema["paths"]["/recipes"]["post"]["requestBody"]["content"]
    assert content["application/x-yaml"]["schema"]["required"] == ["name", "tags"]
