"""Dataclasses inside each other."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "dataclasses_/tutorial003"


def test_a_list_of_dataclasses_is_a_body(client: TestClient) -> None:
    """Each element is converted, and gets its defaults."""
    deliveries = [{"street": "Quay 3", "loaves": "4"}, {"street": "Mole 1"}]
    response = client.post("/drivers/tomas/deliveries", json=deliveries)
    assert response.json() == {
        "driver": "tomas",
        "deliveries": [{"street": "Quay 3", "loaves": 4}, {"street": "Mole 1", "loaves": 1}],
    }


def test_the_place_of_an_error_is_exact(client: TestClient) -> None:
    """The error counts the elements of the list."""
    body = [{"street": "Quay 3"}, {"street": "Mole 1", "loaves": "many"}]
    response = client.post("/drivers/tomas/deliveries", json=body)
    assert response.status_code == 422
    assert response.json()["detail"][0]["loc"] == ["body", 1, "loaves"]


def test_dictionaries_are_an_answer_as_well(client: TestClient) -> None:
    """Missing fields are filled in by the dataclass."""
    assert client.get("/rounds").json() == [
        {"driver": "tomas", "deliveries": [{"street": "Quay 3", "loaves": 4}]},
        {"driver": "aiko", "deliveries": []},
    ]


def test_both_are_in_the_schema(schema: dict[str, Any]) -> None:
    """The inner dataclass has a schema of its own."""
    assert {"Delivery", "Round"} <= set(schema["components"]["schemas"])
