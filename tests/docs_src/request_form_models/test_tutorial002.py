"""A form as a model."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "request_form_models/tutorial002"


def test_form_becomes_a_model(client: TestClient) -> None:
    """The fields are converted to the types of the model."""
    response = client.post("/bookings", data={"name": "aiko", "guests": "2"})
    assert (response.status_code, response.json()) == (200, {"name": "aiko", "guests": 2})


@pytest.mark.parametrize("name", ["name", "guests"])
def test_missing_field_is_refused(client: TestClient, name: str) -> None:
    """The error names the field of the form."""
    fields = {"name": "aiko", "guests": "2"}
    del fields[name]
    response = client.post("/bookings", data=fields)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["body", name])


def test_other_fields_are_refused(client: TestClient) -> None:
    """A field that the model does not have is an error."""
    response = client.post("/bookings", data={"name": "aiko", "guests": "2", "dog": "yes"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("extra_forbidden", ["body", "dog"])


def test_rule_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI says that there are no other fields."""
    assert schema["components"]["schemas"]["Booking"]["additionalProperties"] is False
