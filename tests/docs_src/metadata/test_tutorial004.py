"""Descriptions for tags."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "metadata/tutorial004"


def test_tags_keep_their_order(schema: dict[str, Any]) -> None:
    """Those with a description are listed as written; another tag needs none."""
    assert [tag["name"] for tag in schema["tags"]] == ["hikers", "huts"]
    assert schema["tags"][1]["externalDocs"]["url"] == "https://trailhead.example/grades"
    assert schema["paths"]["/weather"]["get"]["tags"] == ["weather"]


def test_path_operations(client: TestClient) -> None:
    """The app itself is the same as ever."""
    assert client.get("/huts").json() == ["Alpenrose", "Birkenhof", "Steinbock"]
    assert client.get("/hikers").json() == ["mira", "jonas", "aiko"]
    assert client.get("/weather").json() == {"station": "Steinbock", "temperature": -3}
