"""A dependency of FastAPI that prepares the context of GraphQL."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "graphql_/tutorial002"


@pytest.mark.parametrize(
    ("token", "bookings"), [("edelweiss", ["Alpenrose", "Steinbock"]), ("gentian", [])]
)
def test_a_resolver_knows_the_hiker(client: TestClient, token: str, bookings: list[str]) -> None:
    """The token decides whose bookings are answered."""
    response = client.post(
        "/graphql",
        json={"query": "{ bookings }"},
        headers={"Authorization": f"Bearer {token}"},
    )
    assert response.status_code == 200
    assert response.json() == {"data": {"bookings": bookings}}


@pytest.mark.parametrize(
    ("headers", "detail"),
    [({}, "Not authenticated"), ({"Authorization": "Bearer thistle"}, "Unknown token")],
)
def test_without_a_good_token_no_query_runs(
    client: TestClient, headers: dict[str, str], detail: str
) -> None:
    """The dependency answers with 401, before GraphQL sees the request."""
    response = client.post("/graphql", json={"query": "{ bookings }"}, headers=headers)
    assert response.status_code == 401
    assert response.json() == {"detail": detail}


def test_the_editor_is_protected_too(client: TestClient) -> None:
    """The context is made for every request to the address."""
    assert client.get("/graphql", headers={"accept": "text/html"}).status_code == 401
