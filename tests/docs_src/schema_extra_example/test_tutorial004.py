"""Several examples for a parameter."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "schema_extra_example/tutorial004"

HUT = {"name": "Alpenrose", "notice": "Bring a sleeping bag.", "price": 35.5, "beds": 24}


def test_the_example_is_accepted(client: TestClient) -> None:
    """What the documentation shows can be sent as it is."""
    response = client.put("/huts/3", json=HUT)
    assert response.status_code == 200
    assert response.json() == {"hut_id": 3, "hut": HUT}


def test_text_is_converted(client: TestClient) -> None:
    """The second example is accepted with its price as a number."""
    response = client.put("/huts/3", json={"name": "Birkenhof", "price": "28.5"})
    assert response.json()["hut"]["price"] == 28.5


def test_an_example_may_be_invalid(client: TestClient) -> None:
    """The third example is documented, and refused all the same."""
    response = client.put("/huts/3", json={"name": "Steinbock", "price": "thirty-five"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("float_parsing", ["body", "price"])


def test_all_examples_are_documented(schema: dict[str, Any]) -> None:
    """Nobody checks the examples against the schema."""
    content = schema["paths"]["/huts/{hut_id}"]["put"]["requestBody"]["content"]["application/json"]
    examples = content["schema"]["examples"]
    assert [example["price"] for example in examples] == [35.5, "28.5", "thirty-five"]
