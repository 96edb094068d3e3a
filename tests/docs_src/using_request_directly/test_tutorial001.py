"""A parameter of the type Request beside a checked one."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "using_request_directly/tutorial001"


def test_the_address_of_the_client_is_known(client: TestClient) -> None:
    """The request says who asks."""
    assert client.get("/huts/3").json() == {"hut_id": 3, "asked_from": "testclient"}


def test_a_server_need_not_know_the_client(app: FastAPI) -> None:
    """Behind a Unix socket there is no address."""

    async def nameless(scope: Any, receive: Any, send: Any) -> None:
        await app({**scope, "client": None}, receive, send)

    response = TestClient(nameless).get("/huts/3")
    assert response.json() == {"hut_id": 3, "asked_from": "unknown"}


def test_the_other_parameter_is_checked(client: TestClient) -> None:
    """The request beside it changes nothing for the path parameter."""
    response = client.get("/huts/birkenhof")
    assert response.status_code == 422
    assert response.json()["detail"][0]["loc"] == ["path", "hut_id"]


def test_the_request_is_not_documented(schema: dict[str, Any]) -> None:
    """Only what is declared is in the schema."""
    parameters = schema["paths"]["/huts/{hut_id}"]["get"]["parameters"]
    assert [parameter["name"] for parameter in parameters] == ["hut_id"]
