"""An app that reads JSON without a content type."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "strict_content_type/tutorial001"
BODY = b'{"title": "Maps of the Harbor", "copies": 2}'


def test_a_missing_content_type_counts_as_json(client: TestClient) -> None:
    """Neither no header nor an empty one keeps the body from being read."""
    answer = client.post("/labels", content=BODY)
    assert "content-type" not in answer.request.headers
    assert answer.status_code == 200
    assert answer.json() == "Printing 2 x Maps of the Harbor"
    assert client.post("/labels", content=BODY, headers={"Content-Type": ""}).status_code == 200


@pytest.mark.parametrize("named", ["text/plain", "application/octet-stream"])
def test_another_content_type_is_taken_at_its_word(client: TestClient, named: str) -> None:
    """What is declared as something else is not read as JSON."""
    answer = client.post("/labels", content=BODY, headers={"Content-Type": named})
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["type"] == "model_attributes_type"
