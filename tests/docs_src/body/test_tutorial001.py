"""A request body described by a model."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "body/tutorial001"


def errors(response: Any) -> list[tuple[str, list[Any]]]:
    """Return the type and place of each error."""
    assert response.status_code == 422
    return [(error["type"], error["loc"]) for error in response.json()["detail"]]


def test_what_is_left_out_takes_its_default(client: TestClient) -> None:
    """Only the fields without a default are needed."""
    response = client.post("/breads", json={"name": "Rye loaf", "price": 4.2})
    assert response.status_code == 200
    assert response.json() == {"name": "Rye loaf", "note": None, "price": 4.2, "tax": None}


def test_values_are_converted(client: TestClient) -> None:
    """A number written as text becomes a number."""
    response = client.post("/breads", json={"name": "Rye loaf", "price": "4.2"})
    assert response.json()["price"] == 4.2


def test_unknown_keys_are_ignored(client: TestClient) -> None:
    """A key that the model doesn't have is left out."""
    response = client.post("/breads", json={"name": "Bun", "price": 1, "color": "brown"})
    assert "color" not in response.json()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"name": "Rye loaf"}, [("missing", ["body", "price"])]),
        (
            {"name": "Rye loaf", "price": "twenty"},
            [("float_parsing", ["body", "price"])],
        ),
        ({}, [("missing", ["body", "name"]), ("missing", ["body", "price"])]),
        ({"name": None, "price": 4.2}, [("string_type", ["body", "name"])]),
        ([], [("model_attributes_type", ["body"])]),
    ],
)
def test_what_does_not_fit_is_refused(client: TestClient, body: Any, expected: Any) -> None:
    """Each error names its place in the body."""
    assert errors(client.post("/breads", json=body)) == expected


def test_no_body_at_all(client: TestClient) -> None:
    """An empty request misses the body as a whole."""
    assert errors(client.post("/breads")) == [("missing", ["body"])]


def test_broken_json(client: TestClient) -> None:
    """The place of a syntax error is counted in characters."""
    response = client.post(
        "/breads",
        content='{"name": "Rye loaf" "price": 4.2}',
        headers={"Content-Type": "application/json"},
    )
    ((kind, place),) = errors(response)
    assert kind == "json_invalid"
    assert place == ["body", 20]


@pytest.mark.parametrize("headers", [{}, {"Content-Type": "text/plain"}])
def test_only_json_is_read_as_json(client: TestClient, headers: dict[str, str]) -> None:
    """Without a JSON content type the body stays unread text."""
    response = client.post(
        "/breads", content=b'{"name": "Rye loaf", "price": 4.2}', headers=headers
    )
    assert errors(response) == [("model_attributes_type", ["body"])]


def test_other_json_types_are_read(client: TestClient) -> None:
    """A content type that ends in `+json` is JSON, too."""
    response = client.post(
        "/breads",
        content='{"name": "Rye loaf", "price": 4.2}',
        headers={"Content-Type": "application/vnd.crumb+json"},
    )
    assert response.status_code == 200


def test_model_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI describes the model once and refers to it."""
    operation = schema["paths"]["/breads"]["post"]
    assert operation["requestBody"] == {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Bread"}}},
    }
    assert schema["components"]["schemas"]["Bread"]["required"] == ["name", "price"]
