"""Objects as events, in four forms."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "server_sent_events/tutorial001"

READINGS = [
    {"station": "Steinbock", "wind": 42},
    {"station": "Alpenrose", "wind": None},
    {"station": "Steinbock", "wind": 55},
]
TYPED = ["/readings/stream", "/readings/stream-no-async"]
UNTYPED = ["/readings/stream-no-annotation", "/readings/stream-no-async-no-annotation"]


@pytest.mark.parametrize("path", TYPED + UNTYPED)
def test_each_object_is_an_event(client: TestClient, path: str) -> None:
    """Its JSON stands in the field `data`, and a blank line ends it."""
    text = client.get(path).text
    events = text.split("\n\n")
    assert events.pop() == ""
    assert [json.loads(event.removeprefix("data: ")) for event in events] == READINGS


@pytest.mark.parametrize("path", TYPED + UNTYPED)
def test_headers_keep_proxies_from_holding_events_back(client: TestClient, path: str) -> None:
    """The type, no cache, and no buffer."""
    headers = client.get(path).headers
    assert headers["content-type"] == "text/event-stream; charset=utf-8"
    assert headers["cache-control"] == "no-cache"
    assert headers["x-accel-buffering"] == "no"


def test_the_annotation_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI says what is in `data`, where the function says it."""
    items = {
        path: item["get"]["responses"]["200"]["content"]["text/event-stream"]["itemSchema"]
        for path, item in schema["paths"].items()
    }
    for path in TYPED:
        assert items[path]["properties"]["data"] == {
            "type": "string",
            "contentMediaType": "application/json",
            "contentSchema": {"$ref": "#/components/schemas/Reading"},
        }
    for path in UNTYPED:
        assert items[path]["properties"]["data"] == {"type": "string"}
