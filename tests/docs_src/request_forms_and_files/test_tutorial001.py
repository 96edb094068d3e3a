"""Fields and files in one form."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "request_forms_and_files/tutorial001"


def test_all_parts_are_received(client: TestClient) -> None:
    """Each part of the form reaches its parameter."""
    response = client.post(
        "/reports",
        data={"hiker": "tomas"},
        files={
            "track": ("ridge.gpx", b"<gpx/>"),
            "photo": ("summit.jpg", b"photo", "image/jpeg"),
        },
    )
    assert response.status_code == 200
    assert response.json() == {"hiker": "tomas", "track_size": 6, "photo_type": "image/jpeg"}


def test_all_parts_are_required(client: TestClient) -> None:
    """An empty request lacks all of them."""
    response = client.post("/reports")
    assert response.status_code == 422
    assert [(error["type"], error["loc"]) for error in response.json()["detail"]] == [
        ("missing", ["body", "photo"]),
        ("missing", ["body", "track"]),
        ("missing", ["body", "hiker"]),
    ]


def test_fields_alone_are_not_enough(client: TestClient) -> None:
    """Without its files the form is refused."""
    response = client.post("/reports", data={"hiker": "tomas"})
    assert [error["loc"][1] for error in response.json()["detail"]] == ["photo", "track"]


def test_form_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI has one multipart form with fields and files."""
    content = schema["paths"]["/reports"]["post"]["requestBody"]["content"]
    assert list(content) == ["multipart/form-data"]
    model = schema["components"]["schemas"]["Body_send_report_reports_post"]
    assert model["required"] == ["photo", "track", "hiker"]
