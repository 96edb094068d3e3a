"""An example for each field."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "schema_extra_example/tutorial002"

HUT = {"name": "Alpenrose", "notice": "Bring a sleeping bag.", "price": 35.5, "beds": 24}


def test_the_example_is_accepted(client: TestClient) -> None:
    """What the documentation shows can be sent as it is."""
    response = client.put("/huts/3", json=HUT)
    assert response.status_code == 200
    assert response.json() == {"hut_id": 3, "hut": HUT}


def test_each_example_is_part_of_its_property(schema: dict[str, Any]) -> None:
    """Together they make an example of the model."""
    properties = schema["components"]["schemas"]["Hut"]["properties"]
    assert {name: value["examples"] for name, value in properties.items()} == {
        name: [value] for name, value in HUT.items()
    }
