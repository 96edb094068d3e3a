"""Fields of a form."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "request_forms/tutorial001"


@pytest.mark.parametrize("multipart", [False, True])
def test_fields_are_received(client: TestClient, multipart: bool) -> None:
    """Both encodings of a form are read."""
    fields = {"username": "jonas", "password": "tidepool"}
    parts = {name: (None, value) for name, value in fields.items()}
    response = (
        client.post("/login", files=parts) if multipart else client.post("/login", data=fields)
    )
    assert (response.status_code, response.json()) == (200, {"username": "jonas"})


@pytest.mark.parametrize("password", [{}, {"password": ""}])
def test_missing_field_is_refused(client: TestClient, password: dict[str, str]) -> None:
    """A field that was left empty is as missing as one that was not sent."""
    response = client.post("/login", data={"username": "jonas"} | password)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["body", "password"])


def test_json_is_no_form(client: TestClient) -> None:
    """JSON has no form fields."""
    response = client.post("/login", json={"username": "jonas", "password": "tidepool"})
    assert response.status_code == 422
    assert [error["loc"] for error in response.json()["detail"]] == [
        ["body", "username"],
        ["body", "password"],
    ]


def test_form_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI has the media type of a form."""
    content = schema["paths"]["/login"]["post"]["requestBody"]["content"]
    assert list(content) == ["application/x-www-form-urlencoded"]
