"""A field that may be null, and one that may be left out."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "advanced_python_types/tutorial001"


@pytest.mark.parametrize(
    ("due", "said"),
    [(None, "Maps: as long as you like"), ("2027-03-01", "Maps: until 2027-03-01")],
)
def test_both_kinds_of_values_are_taken(client: TestClient, due: str | None, said: str) -> None:
    """The date may be null when it is named."""
    answer = client.post("/loans", json={"book": "Maps", "due": due})
    assert answer.status_code == 200
    assert answer.json() == said


def test_what_has_no_default_is_required(client: TestClient, schema: dict[str, Any]) -> None:
    """The date can't be left out, the note can."""
    answer = client.post("/loans", json={"book": "Maps"})
    assert answer.status_code == 422
    (error,) = answer.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["body", "due"])
    assert schema["components"]["schemas"]["Loan"]["required"] == ["book", "due"]
