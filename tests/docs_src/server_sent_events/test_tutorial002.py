"""Events with all their fields."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

EXAMPLE = "server_sent_events/tutorial002"


def test_all_fields_are_written(client: TestClient) -> None:
    """A comment, and two events with name, data, id and the time to wait."""
    assert client.get("/readings/stream").text == (
        ": wind in km/h\n\n"
        'event: reading\ndata: {"station":"Steinbock","wind":42}\nid: 1\nretry: 5000\n\n'
        'event: reading\ndata: {"station":"Alpenrose","wind":18}\nid: 2\nretry: 5000\n\n'
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"data": 1, "raw_data": "one"}, "Cannot set both 'data' and 'raw_data'"),
        ({"event": "two\nlines"}, "SSE 'event' must be a single line"),
        ({"id": "two\nlines"}, "SSE 'id' must be a single line"),
        ({"retry": -1}, "greater than or equal to 0"),
    ],
)
def test_impossible_events(module: ModuleType, fields: dict[str, Any], message: str) -> None:
    """What the format can't express is refused when the event is made."""
    with pytest.raises(ValidationError, match=message):
        module.ServerSentEvent(**fields)
