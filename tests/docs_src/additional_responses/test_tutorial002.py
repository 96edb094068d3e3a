"""Two media types under one status."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "additional_responses/tutorial002"


def test_data_by_default(client: TestClient) -> None:
    """Without the query parameter the hut is sent as JSON."""
    response = client.get("/huts/alpenrose")
    assert response.json() == {"name": "Alpenrose", "altitude": 1820}


def test_a_picture_on_demand(client: TestClient) -> None:
    """With the query parameter the answer is a picture."""
    response = client.get("/huts/alpenrose?img=true")
    assert response.status_code == 200
    assert response.headers["content-type"] == "image/png"
    assert response.content.startswith(b"\x89PNG\r\n\x1a\n")


def test_what_is_no_boolean_is_refused(client: TestClient) -> None:
    """The query parameter is checked."""
    assert client.get("/huts/alpenrose?img=maybe").status_code == 422


def test_both_media_types_are_documented(schema: dict[str, Any]) -> None:
    """The picture is added to the JSON, which stays."""
    response = schema["paths"]["/huts/alpenrose"]["get"]["responses"]["200"]
    assert response["description"] == "The hut, or a sketch of the view from it"
    assert response["content"] == {
        "application/json": {"schema": {"$ref": "#/components/schemas/Hut"}},
        "image/png": {},
    }
