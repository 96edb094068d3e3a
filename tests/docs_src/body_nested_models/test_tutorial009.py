"""A body with any keys."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "body_nested_models/tutorial009"


def test_keys_and_values_are_converted(client: TestClient) -> None:
    """The keys of JSON are text, those of the dictionary are numbers."""
    response = client.post("/scale", json={"3": 1, "7": 0.5})
    assert response.status_code == 200
    assert response.json() == {"3": 1.0, "7": 0.5}


def test_the_keys_are_numbers_in_the_function(client: TestClient) -> None:
    """Two spellings of a number are one key."""
    assert client.post("/scale", json={"3": 1, "03": 2}).json() == {"3": 2.0}


def test_keys_are_checked(client: TestClient) -> None:
    """The last step of the place says that the key is wrong."""
    response = client.post("/scale", json={"rye": 1})
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("int_parsing", ["body", "rye", "[key]"])
    ]


def test_values_are_checked(client: TestClient) -> None:
    """The place of a wrong value is its key."""
    response = client.post("/scale", json={"3": "heavy"})
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("float_parsing", ["body", "3"])
    ]
