"""A JSON response that the function builds itself."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "response_directly/tutorial001"

LOAN = {"title": "Maps of the Harbor", "member": "aiko", "due": "2027-03-01T18:00:00"}


def test_the_response_is_sent_as_built(client: TestClient) -> None:
    """The date was turned into text before, and the header is kept."""
    response = client.put("/loans/7", json=LOAN)
    assert response.status_code == 200
    assert response.headers["x-loan"] == "7"
    assert response.json() == LOAN


def test_the_body_is_still_checked(client: TestClient) -> None:
    """What comes in is checked, whatever goes out."""
    response = client.put("/loans/7", json=LOAN | {"due": "soon"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert error["type"] == "datetime_from_date_parsing"
    assert error["loc"] == ["body", "due"]


def test_the_content_is_not_documented(schema: dict[str, Any]) -> None:
    """OpenAPI knows nothing about the content."""
    responses = schema["paths"]["/loans/{number}"]["put"]["responses"]
    assert responses["200"]["content"] == {"application/json": {"schema": {}}}
