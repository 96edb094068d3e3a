"""Chosen fields of a model, named in sets."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "response_model/tutorial005"


def test_only_included_fields_are_sent(client: TestClient) -> None:
    """The answer has the fields to include."""
    answer = client.get("/book-of-the-month/label").json()
    assert answer == {"title": "Salt Roads", "note": "A first novel"}


def test_excluded_fields_are_not_sent(client: TestClient) -> None:
    """The answer has all fields but the ones to exclude."""
    answer = client.get("/book-of-the-month").json()
    assert answer == {"title": "Salt Roads", "note": "A first novel", "fee": 0.2}


def test_schema_has_all_fields(schema: dict[str, Any]) -> None:
    """The options do not change the documentation."""
    properties = schema["components"]["schemas"]["Book"]["properties"]
    assert list(properties) == ["title", "note", "fee", "paid"]
