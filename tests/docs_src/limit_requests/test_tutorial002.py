"""A limit that the schema tells of."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "limit_requests/tutorial002"


def test_the_refusal_is_documented(schema: dict[str, Any]) -> None:
    """The status stands beside the usual one, with its header."""
    responses = schema["paths"]["/weather"]["get"]["responses"]
    assert list(responses) == ["200", "429"]
    assert responses["429"] == {
        "description": "Too many requests from this address",
        "headers": {
            "Retry-After": {
                "description": "How many seconds to wait",
                "schema": {"type": "integer"},
            }
        },
    }


def test_the_refusal_is_as_documented(
    client: TestClient, module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fourth request within a minute gets it."""
    now = 0.0
    monkeypatch.setattr(module.limit, "clock", lambda: now)
    assert [client.get("/weather").status_code for _ in range(3)] == [200] * 3
    now = 59.5
    response = client.get("/weather")
    assert response.status_code == 429
    assert int(response.headers["retry-after"]) == 1
    now = 60.0
    assert client.get("/weather").json() == {"station": "Steinbock", "temperature": -3}
