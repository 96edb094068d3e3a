"""An app that reads JSON only with a JSON content type."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "strict_content_type/tutorial002"
BODY = b'{"title": "Maps of the Harbor"}'


@pytest.mark.parametrize(
    "named",
    ["application/json", "application/json; charset=utf-8", "application/geo+json"],
)
def test_json_types_are_read(client: TestClient, named: str) -> None:
    """The plain type, parameters and types with the suffix are JSON."""
    answer = client.post("/labels", content=BODY, headers={"Content-Type": named})
    assert answer.status_code == 200
    assert answer.json() == "Printing 1 x Maps of the Harbor"


@pytest.mark.parametrize("headers", [{}, {"Content-Type": ""}, {"Content-Type": "text/plain"}])
def test_other_bodies_stay_text(client: TestClient, headers: dict[str, str]) -> None:
    """Without a JSON type the model receives the whole text, and refuses it."""
    answer = client.post("/labels", content=BODY, headers=headers)
    assert answer.status_code == 422
    (error,) = answer.json()["detail"]
    assert error["type"] == "model_attributes_type"
    assert error["loc"] == ["body"]
    assert error["input"] == BODY.decode()
    assert "access-control-allow-origin" not in answer.headers


def test_a_preflight_is_not_answered(client: TestClient) -> None:
    """Without the CORS middleware, a browser gets no permission to send JSON."""
    answer = client.options(
        "/labels",
        headers={
            "Origin": "https://strange.example",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert answer.status_code == 405
    assert "access-control-allow-origin" not in answer.headers
