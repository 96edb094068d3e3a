"""The schema is made when it is asked for."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "benchmarks/tutorial001"


def test_a_request_makes_no_schema(client: TestClient) -> None:
    """Neither the start nor an ordinary request builds the schema."""
    assert client.get("/huts").json() == ["Alpenrose", "Birkenhof", "Steinbock"]
    assert client.get("/health").json() == {"schema_made": False}


def test_the_first_question_makes_it_and_it_stays(client: TestClient) -> None:
    """The schema is built once and answered from then on."""
    first = client.get("/openapi.json").json()
    assert first["openapi"] == "3.1.0"
    assert client.get("/health").json() == {"schema_made": True}
    assert client.get("/openapi.json").json() == first
