"""An answer without the fields that nobody has set."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "response_model/tutorial004"


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("salt-roads", {"title": "Salt Roads"}),
        (
            "harbor-lights",
            {
                "title": "Harbor Lights",
                "note": "Handle with care",
                "fee": 0.5,
                "tags": ["photographs"],
            },
        ),
        (
            "tides-and-timber",
            {"title": "Tides and Timber", "note": None, "fee": 0.2, "tags": []},
        ),
    ],
)
def test_only_set_fields_are_sent(client: TestClient, slug: str, expected: dict[str, Any]) -> None:
    """A value that was set is sent, also where it equals the default."""
    assert client.get(f"/books/{slug}").json() == expected


def test_unknown_book_is_not_found(client: TestClient) -> None:
    """A missing book is the client's error."""
    assert client.get("/books/the-ninth-wave").status_code == 404


def test_schema_has_all_fields(schema: dict[str, Any]) -> None:
    """The option does not change the documentation."""
    properties = schema["components"]["schemas"]["Book"]["properties"]
    assert list(properties) == ["title", "note", "fee", "tags"]
