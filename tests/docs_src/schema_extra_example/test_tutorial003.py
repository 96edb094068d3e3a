"""An example for a parameter."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "schema_extra_example/tutorial003"

HUT = {"name": "Alpenrose", "notice": "Bring a sleeping bag.", "price": 35.5, "beds": 24}


def test_the_example_is_accepted(client: TestClient) -> None:
    """What the documentation shows can be sent as it is."""
    response = client.put("/huts/3", json=HUT)
    assert response.status_code == 200
    assert response.json() == {"hut_id": 3, "hut": HUT}


def test_the_example_is_part_of_the_parameters_schema(schema: dict[str, Any]) -> None:
    """It stands beside the reference to the model."""
    content = schema["paths"]["/huts/{hut_id}"]["put"]["requestBody"]["content"]["application/json"]
    assert content["schema"] == {"$ref": "#/components/schemas/Hut", "examples": [HUT]}
