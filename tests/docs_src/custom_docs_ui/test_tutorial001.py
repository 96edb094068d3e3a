"""Documentation pages that load their scripts from another CDN."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "custom_docs_ui/tutorial001"


def test_swagger_ui_loads_from_the_other_cdn(client: TestClient) -> None:
    """Script and style have the new address, and the schema is found."""
    html = client.get("/docs").text
    assert 'src="https://unpkg.com/swagger-ui-dist@5/swagger-ui-bundle.js"' in html
    assert 'href="https://unpkg.com/swagger-ui-dist@5/swagger-ui.css"' in html
    assert "url: '/openapi.json'" in html
    assert "window.location.origin + '/docs/oauth2-redirect'" in html
    assert "jsdelivr" not in html


def test_a_login_comes_back(client: TestClient) -> None:
    """The page for OAuth2 is where Swagger UI expects it."""
    html = client.get("/docs/oauth2-redirect").text
    assert "<title>Swagger UI: OAuth2 Redirect</title>" in html


def test_redoc_loads_from_the_other_cdn(client: TestClient) -> None:
    """Its script has the new address."""
    html = client.get("/redoc").text
    assert 'src="https://unpkg.com/redoc@2/bundles/redoc.standalone.js"' in html
    assert 'spec-url="/openapi.json"' in html
    assert "jsdelivr" not in html


def test_the_pages_are_not_in_the_schema(client: TestClient, schema: dict[str, Any]) -> None:
    """Only the operation is documented, and it works."""
    assert list(schema["paths"]) == ["/hikers/{name}"]
    assert client.get("/hikers/aiko").json() == {"hiker": "aiko"}
