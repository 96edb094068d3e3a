"""Documentation pages that load nothing from elsewhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fastapi.testclient import TestClient

from scripts.docsite import examples

EXAMPLE = "custom_docs_ui/tutorial002"

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def module(variant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the example's module, with the files beside it."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "docs_src/custom_docs_ui/static", "static")
    return examples.load(variant)


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
def test_a_page_loads_everything_from_this_server(client: TestClient, path: str) -> None:
    """Scripts, styles and the icon have local addresses, and each of them answers."""
    html = client.get(path).text
    addresses = re.findall(r'<(?:script|link)[^>]+(?:src|href)="([^"]+)"', html)
    assert addresses
    assert "https://" not in html
    for address in addresses:
        assert address.startswith("/static/")
        assert client.get(address).status_code == 200


def test_a_missing_file_is_not_found(client: TestClient) -> None:
    """A mistyped name is answered with 404."""
    response = client.get("/static/swagger-ui.js")
    assert response.status_code == 404
    assert response.json() == {"detail": "Not Found"}


def test_a_login_comes_back(client: TestClient) -> None:
    """The page for OAuth2 is where Swagger UI expects it."""
    assert "OAuth2 Redirect" in client.get("/docs/oauth2-redirect").text
    assert "window.location.origin + '/docs/oauth2-redirect'" in client.get("/docs").text


def test_the_pages_are_not_in_the_schema(client: TestClient, schema: dict[str, Any]) -> None:
    """Only the operation is documented, and it works."""
    assert list(schema["paths"]) == ["/hikers/{name}"]
    assert client.get("/hikers/aiko").json() == {"hiker": "aiko"}
