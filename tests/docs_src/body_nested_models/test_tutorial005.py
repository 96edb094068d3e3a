"""A field that holds an address."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "body_nested_models/tutorial005"

BREAD = {"name": "Rye loaf", "price": 4.2}
PHOTO = {"url": "https://crumb.example/rye.jpg", "caption": "Just baked"}


def test_duplicates_are_dropped(client: TestClient) -> None:
    """A set holds each item once."""
    body = {**BREAD, "allergens": ["gluten", "nuts", "gluten"]}
    response = client.put("/breads/7", json=body)
    assert sorted(response.json()["bread"]["allergens"]) == ["gluten", "nuts"]


def test_addresses_are_completed(client: TestClient) -> None:
    """A missing slash is added."""
    response = client.put(
        "/breads/7", json={**BREAD, "photo": {**PHOTO, "url": "https://crumb.example"}}
    )
    assert response.status_code == 200
    assert response.json() == {
        "bread_id": 7,
        "bread": {**BREAD, "allergens": [], "photo": {**PHOTO, "url": "https://crumb.example/"}},
    }


@pytest.mark.parametrize(
    ("url", "kind"), [("rye.jpg", "url_parsing"), ("ftp://crumb.example", "url_scheme")]
)
def test_other_text_is_refused(client: TestClient, url: str, kind: str) -> None:
    """An address has a scheme, and it is one of the web."""
    response = client.put("/breads/7", json={**BREAD, "photo": {**PHOTO, "url": url}})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == (kind, ["body", "photo", "url"])


def test_the_format_is_documented(schema: dict[str, Any]) -> None:
    """JSON Schema has a format for addresses."""
    assert schema["components"]["schemas"]["Photo"]["properties"]["url"]["format"] == "uri"
