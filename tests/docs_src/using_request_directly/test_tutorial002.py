"""Query parameters whose names nobody knows in advance."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "using_request_directly/tutorial002"


def test_what_is_not_declared_stays_text(client: TestClient) -> None:
    """The declared parameter is a number, everything else is text."""
    response = client.get("/huts?limit=5&shower=yes&beds=12")
    assert response.json() == {"limit": 5, "wishes": {"shower": "yes", "beds": "12"}}


def test_nothing_is_required(client: TestClient) -> None:
    """Without a query there are no wishes."""
    assert client.get("/huts").json() == {"limit": 10, "wishes": {}}


def test_only_the_declared_parameter_is_documented(schema: dict[str, Any]) -> None:
    """The schema cannot know the others."""
    parameters = schema["paths"]["/huts"]["get"]["parameters"]
    assert [parameter["name"] for parameter in parameters] == ["limit"]
