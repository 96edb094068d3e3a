"""Two models in one body."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "body_multiple_params/tutorial002"

BREAD = {"name": "Rye loaf", "note": None, "price": 4.2, "tax": None}
BAKER = {"username": "jonas", "full_name": "Jonas"}


def test_each_model_has_a_key(client: TestClient) -> None:
    """The names of the parameters are the keys of the body."""
    response = client.put("/breads/7", json={"bread": BREAD, "baker": BAKER})
    assert response.status_code == 200
    assert response.json() == {"bread_id": 7, "bread": BREAD, "baker": BAKER}


def test_a_bare_model_is_not_enough(client: TestClient) -> None:
    """Without the keys, both models are missing."""
    response = client.put("/breads/7", json=BREAD)
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("missing", ["body", "bread"]),
        ("missing", ["body", "baker"]),
    ]


def test_errors_lie_deeper_in_the_body(client: TestClient) -> None:
    """The place of an error begins with the key."""
    response = client.put("/breads/7", json={"bread": {"name": "Rye loaf"}, "baker": BAKER})
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("missing", ["body", "bread", "price"]),
    ]


def test_the_body_has_a_schema_of_its_own(schema: dict[str, Any]) -> None:
    """OpenAPI describes the object around the two models."""
    name = "Body_replace_bread_breads__bread_id__put"
    assert schema["components"]["schemas"][name]["required"] == ["bread", "baker"]
