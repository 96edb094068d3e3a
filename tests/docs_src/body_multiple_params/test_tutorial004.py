"""A single value in the body, with a limit, beside a query."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "body_multiple_params/tutorial004"

BREAD = {"name": "Rye loaf", "note": None, "price": 4.2, "tax": None}
BAKER = {"username": "jonas", "full_name": "Jonas"}


def test_everything_is_read(client: TestClient) -> None:
    """The query is still a query."""
    body = {"bread": BREAD, "baker": BAKER, "priority": 2}
    response = client.put("/breads/7?reason=flour", json=body)
    assert response.json() == {"bread_id": 7, **body, "reason": "flour"}


def test_the_query_is_optional(client: TestClient) -> None:
    """Without a reason, the answer has none."""
    body = {"bread": BREAD, "baker": BAKER, "priority": 2}
    assert client.put("/breads/7", json=body).json() == {"bread_id": 7, **body}


def test_the_value_has_a_limit(client: TestClient) -> None:
    """`Body()` knows the same rules as `Query()`."""
    response = client.put("/breads/7", json={"bread": BREAD, "baker": BAKER, "priority": 0})
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("greater_than", ["body", "priority"]),
    ]
