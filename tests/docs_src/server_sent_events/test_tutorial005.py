"""Events as the answer to a POST."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "server_sent_events/tutorial005"


def test_one_event_for_each_word_and_one_for_the_end(client: TestClient) -> None:
    """Words are JSON, the mark of the end is raw text."""
    assert client.post("/chat/stream", json={"text": "warm bread"}).text == (
        'event: token\ndata: "warm"\n\nevent: token\ndata: "bread"\n\nevent: done\ndata: [DONE]\n\n'
    )


def test_the_body_is_required(client: TestClient) -> None:
    """It is checked before the stream begins."""
    response = client.post("/chat/stream", json={})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["body", "text"])
