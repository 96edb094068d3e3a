"""An app that believes the proxy on its own machine."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "behind_a_proxy/tutorial001_02"


@pytest.mark.parametrize(("address", "scheme"), [("127.0.0.1", "https"), ("203.0.113.9", "http")])
def test_only_the_trusted_proxy_is_believed(app: FastAPI, address: str, scheme: str) -> None:
    """The same header from elsewhere has no effect."""
    client = TestClient(app, client=(address, 50000))
    headers = {"host": "crumb.example", "x-forwarded-proto": "https"}
    response = client.get("/orders", headers=headers, follow_redirects=False)
    assert response.headers["location"] == f"{scheme}://crumb.example/orders/"


def test_the_operation_answers(client: TestClient) -> None:
    """Without headers of a proxy, nothing is different."""
    assert client.get("/orders/").json() == ["2 rye loaves", "1 spelt roll"]
