"""Bytes in JSON, as Base64."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "json_base64_bytes/tutorial001"


@pytest.mark.parametrize("encoded", ["iVBORw0KGgr__g==", "iVBORw0KGgr//g==", "iVBORw0KGgr__g"])
def test_base64_is_decoded(client: TestClient, encoded: str) -> None:
    """Both alphabets are understood, with padding and without."""
    answer = client.post("/stamps", json={"hut": "Alpenrose", "picture": encoded})
    assert answer.status_code == 200
    assert answer.json() == {"hut": "Alpenrose", "size": 10, "first bytes": "89 50 4e 47"}


@pytest.mark.parametrize("path", ["/stamps", "/stamps/copies"])
def test_what_is_not_base64_is_refused(client: TestClient, path: str) -> None:
    """The error names the encoding and the place of the wrong character."""
    answer = client.post(path, json={"hut": "Alpenrose", "picture": "a drawing"})
    assert answer.status_code == 422
    (error,) = answer.json()["detail"]
    assert error["type"] == "bytes_invalid_encoding"
    assert error["loc"] == ["body", "picture"]
    assert error["ctx"] == {
        "encoding": "base64",
        "encoding_error": "Invalid symbol 32, offset 1.",
    }


def test_bytes_are_encoded(client: TestClient) -> None:
    """The answer uses the alphabet that is safe in URLs."""
    assert client.get("/stamps/latest").json() == {
        "hut": "Steinbock",
        "picture": "iVBORw0KGgr__g==",
    }


@pytest.mark.parametrize("encoded", ["iVBORw0KGgr__g==", "iVBORw0KGgr//g=="])
def test_a_round_trip_keeps_the_bytes(client: TestClient, encoded: str) -> None:
    """The same bytes come back, written in one way."""
    answer = client.post("/stamps/copies", json={"hut": "Alpenrose", "picture": encoded})
    assert answer.json() == {"hut": "Alpenrose", "picture": "iVBORw0KGgr__g=="}


def test_the_schema_names_the_encoding(schema: dict[str, Any]) -> None:
    """Each of the models says that its text is Base64."""
    for name in ("StampIn", "StampOut", "Stamp"):
        assert schema["components"]["schemas"][name]["properties"]["picture"] == {
            "type": "string",
            "contentEncoding": "base64",
            "contentMediaType": "application/octet-stream",
            "title": "Picture",
        }
