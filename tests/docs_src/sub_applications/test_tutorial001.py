"""An app of its own below another one."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "sub_applications/tutorial001"


def test_each_app_answers_below_its_prefix(client: TestClient) -> None:
    """The prefix belongs to the mounted app, and only there."""
    assert client.get("/huts").json() == ["Alpenrose", "Birkenhof", "Steinbock"]
    assert client.get("/weather/readings").json() == {"Steinbock": -3, "Wildsee": 4}
    assert client.get("/readings").status_code == 404
    assert client.get("/weather/huts").status_code == 404


def test_each_app_has_its_own_schema(client: TestClient, schema: dict[str, Any]) -> None:
    """Neither schema lists the paths of the other; the prefix is a server."""
    assert list(schema["paths"]) == ["/huts"]
    assert "servers" not in schema
    mounted = client.get("/weather/openapi.json").json()
    assert list(mounted["paths"]) == ["/readings"]
    assert mounted["servers"] == [{"url": "/weather"}]


def test_each_app_has_its_own_documentation(client: TestClient) -> None:
    """The pages load the schema of their own app."""
    assert "<title>Trailhead - Swagger UI</title>" in client.get("/docs").text
    page = client.get("/weather/docs").text
    assert "<title>Weather stations - Swagger UI</title>" in page
    assert "url: '/weather/openapi.json'" in page
