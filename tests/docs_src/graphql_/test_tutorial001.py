"""GraphQL beside the operations of the same app."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "graphql_/tutorial001"


def ask(client: TestClient, query: str, **variables: str) -> Any:
    """Send a query and return the answer, which is always 200."""
    response = client.post("/graphql", json={"query": query, "variables": variables})
    assert response.status_code == 200
    return response.json()


def test_the_client_chooses_the_fields(client: TestClient) -> None:
    """Only what is asked for is sent."""
    assert ask(client, "{ huts { name beds } }") == {
        "data": {
            "huts": [
                {"name": "Alpenrose", "beds": 24},
                {"name": "Steinbock", "beds": 40},
            ]
        }
    }


@pytest.mark.parametrize(("name", "hut"), [("Alpenrose", {"altitude": 1870}), ("Nowhere", None)])
def test_a_query_takes_variables(client: TestClient, name: str, hut: object) -> None:
    """A hut is found by its name, and one that is not there is null."""
    query = "query ($name: String!) { hut(name: $name) { altitude } }"
    assert ask(client, query, name=name) == {"data": {"hut": hut}}


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ('{ hut(name: "Steinbock") { color } }', "Cannot query field 'color' on type 'Hut'."),
        ("{ hut(name: 5) { beds } }", "String cannot represent a non string value: 5"),
    ],
)
def test_a_wrong_query_is_answered_with_errors(
    client: TestClient, query: str, message: str
) -> None:
    """There is no data then, and the status is 200 all the same."""
    answer = ask(client, query)
    assert answer["data"] is None
    assert [error["message"] for error in answer["errors"]] == [message]


def test_a_request_without_a_query_is_refused(client: TestClient) -> None:
    """What is no GraphQL at all gets a 400."""
    response = client.post("/graphql", json={})
    assert (response.status_code, response.text) == (400, "No GraphQL query found in the request")


def test_a_browser_gets_an_editor(client: TestClient) -> None:
    """GraphiQL answers at the same address."""
    response = client.get("/graphql", headers={"accept": "text/html"})
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "GraphiQL" in response.text


def test_operations_stand_beside_it(client: TestClient, schema: dict[str, Any]) -> None:
    """A normal operation works, and is the only one in the schema."""
    assert client.get("/status").json() == {"huts": 2}
    assert list(schema["paths"]) == ["/status"]
