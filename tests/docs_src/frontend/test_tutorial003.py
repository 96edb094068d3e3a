"""A site of several pages, with one for what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from scripts.docsite import examples

EXAMPLE = "frontend/tutorial003"


def test_pages_in_folders(client: TestClient) -> None:
    """A folder is its index.html; without the slash there is a redirect."""
    assert "Rye loaf: 4.20" in client.get("/prices/").text
    response = client.get("/prices", follow_redirects=False)
    assert response.status_code == 307
    assert response.headers["location"].endswith("/prices/")


@pytest.mark.parametrize("accept", ["text/html", "*/*"])
def test_the_page_for_what_is_missing(client: TestClient, accept: str) -> None:
    """Everybody gets it, and with the right status."""
    response = client.get("/cakes", headers={"Accept": accept})
    assert response.status_code == 404
    assert "This shelf is empty." in response.text
    assert client.get("/api/breads").json() == ["Rye loaf", "Spelt roll"]


def test_the_page_must_be_there(
    variant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fallback that is named is looked for when the app is created."""
    (tmp_path / "site" / "404.html").unlink()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RuntimeError, match=r"Frontend fallback file '404\.html' does not exist"):
        examples.load(variant)


def test_in_development_the_page_is_needed_late(
    variant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under `fastapi dev` the app starts without it, and fails when it has to stand in."""
    (tmp_path / "site" / "404.html").unlink()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FASTAPI_ENV", "development")
    client = TestClient(examples.load(variant).app, raise_server_exceptions=False)
    assert client.get("/").status_code == 200
    assert client.get("/cakes").status_code == 500
