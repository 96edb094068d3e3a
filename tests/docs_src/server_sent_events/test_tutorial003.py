"""Text that is sent as it is."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.sse import EventSourceResponse, ServerSentEvent
from fastapi.testclient import TestClient

EXAMPLE = "server_sent_events/tutorial003"


def test_raw_data_gets_no_quotes(client: TestClient) -> None:
    """The lines of the log are no JSON."""
    assert client.get("/logs/stream").text == (
        "data: 05:10 oven on\n\ndata: 05:40 rye loaf in\n\ndata: 06:25 rye loaf out\n\n"
    )


def test_several_lines_become_several_fields(app: FastAPI) -> None:
    """A browser joins them again."""

    @app.get("/two", response_class=EventSourceResponse)
    def two():  # type: ignore[no-untyped-def]
        yield ServerSentEvent(raw_data="one\ntwo")

    assert TestClient(app).get("/two").text == "data: one\ndata: two\n\n"
