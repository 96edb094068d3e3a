"""The same model, written for Pydantic v2."""

from __future__ import annotations

import warnings
from types import ModuleType
from typing import Any

from fastapi.testclient import TestClient

from scripts.docsite import examples

EXAMPLE = "pydantic_v1_in_v2/tutorial002"


def test_nothing_warns(module: ModuleType) -> None:
    """Every name is that of v2."""
    del module
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        examples.load(EXAMPLE)


def test_the_note_is_optional_and_blanks_are_removed(client: TestClient) -> None:
    """The model does again what it did with v1."""
    response = client.post("/orders", json={"bread": " rye ", "pieces": 2})
    assert response.status_code == 200
    assert response.json() == {"bread": "rye", "pieces": 2, "note": None}


def test_the_validator_works(client: TestClient) -> None:
    """An order of nothing is refused."""
    response = client.post("/orders", json={"bread": "rye", "pieces": 0})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert error["msg"] == "Value error, order at least one"


def test_only_two_fields_are_required(schema: dict[str, Any]) -> None:
    """The schema knows that the note may be left out."""
    assert schema["components"]["schemas"]["Order"]["required"] == ["bread", "pieces"]
