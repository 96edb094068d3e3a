"""An order, and the request that the customer's own API will get for it."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "openapi_callbacks/tutorial001"

ORDER = {"id": "o-17", "customer": "Harbor Café", "loaves": 12}
EXPRESSION = "{$request.query.callback_url}/deliveries/{$request.body#/id}"


def test_an_order_is_taken(client: TestClient) -> None:
    """With and without an address for the report."""
    expected = {"message": "12 loaves for Harbor Café"}
    assert client.post("/orders", json=ORDER).json() == expected
    params = {"callback_url": "https://cafe.example/crumb"}
    assert client.post("/orders", params=params, json=ORDER).json() == expected


def test_the_address_must_be_one(client: TestClient) -> None:
    """What is no URL is refused before anything is ordered."""
    response = client.post("/orders", params={"callback_url": "cafe"}, json=ORDER)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("url_parsing", ["query", "callback_url"])


def test_the_callback_is_documented(schema: dict[str, Any]) -> None:
    """It stands in the operation that causes it, under the function's name, with both models."""
    callbacks = schema["paths"]["/orders"]["post"]["callbacks"]
    assert list(callbacks) == ["report_delivery"]
    assert list(callbacks["report_delivery"]) == [EXPRESSION]
    operation = callbacks["report_delivery"][EXPRESSION]["post"]
    body = operation["requestBody"]["content"]["application/json"]["schema"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert body == {"$ref": "#/components/schemas/Delivery"}
    assert answer == {"$ref": "#/components/schemas/DeliveryReceived"}


def test_nothing_of_it_is_served(client: TestClient, schema: dict[str, Any]) -> None:
    """The callback is no path of this app."""
    assert list(schema["paths"]) == ["/orders"]
    assert client.post("/deliveries/o-17", json={}).status_code == 404
