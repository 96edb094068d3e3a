"""A lifespan that hands its resources to the requests."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "events/tutorial004"


def test_the_request_has_what_the_lifespan_yielded(client: TestClient) -> None:
    """Each key of the dictionary is an attribute of the state."""
    assert client.get("/forecast?altitude=1000").json() == {"temperature": 8.5}
