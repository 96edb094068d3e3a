"""An app and its frontend under one address."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from scripts.docsite import examples

EXAMPLE = "frontend/tutorial001"

HTML = {"Accept": "text/html"}
BREADS = ["Rye loaf", "Spelt roll"]


def test_files_are_served(client: TestClient) -> None:
    """The start page, and what it loads."""
    page = client.get("/")
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "<title>Crumb</title>" in page.text
    assert client.get("/assets/app.js").text == 'console.log("Crumb is open");\n'
    assert client.head("/").text == ""


def test_path_operations_come_first(client: TestClient, tmp_path: Path) -> None:
    """A file of the same name is never seen."""
    (tmp_path / "dist" / "api").mkdir()
    (tmp_path / "dist" / "api" / "breads").write_text("a file")
    assert client.get("/api/breads", headers=HTML).json() == BREADS
    assert client.get("/docs").status_code == 200


def test_a_page_that_a_browser_asks_for_is_the_start_page(client: TestClient) -> None:
    """The frontend finds out by itself what to show."""
    page = client.get("/orders/7", headers=HTML)
    assert page.status_code == 200
    assert page.text == client.get("/").text


@pytest.mark.parametrize("path", ["/orders/7", "/assets/none.js", "/api/none"])
def test_anything_else_is_not_found(client: TestClient, path: str) -> None:
    """Scripts, pictures and calls of the API don't ask for HTML."""
    response = client.get(path, headers={"Accept": "*/*"})
    assert response.status_code == 404
    assert response.json() == {"detail": "Not Found"}


@pytest.mark.parametrize(("path", "status"), [("/orders/7", 404), ("/index.html", 405)])
def test_files_are_only_read(client: TestClient, path: str, status: int) -> None:
    """Other methods find nothing, or are not allowed."""
    assert client.post(path, headers=HTML).status_code == status


def test_the_frontend_is_not_documented(schema: dict[str, Any]) -> None:
    """OpenAPI knows the path operation only."""
    assert list(schema["paths"]) == ["/api/breads"]


def test_the_folder_must_be_there(
    variant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it the app is not even created."""
    shutil.rmtree(tmp_path / "dist")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RuntimeError, match="Frontend directory 'dist' does not exist"):
        examples.load(variant)


def test_in_development_it_may_be_missing(
    variant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`fastapi dev` sets the variable; there is a warning instead."""
    shutil.rmtree(tmp_path / "dist")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FASTAPI_ENV", "development")
    with pytest.warns(UserWarning, match="Frontend directory 'dist' does not exist"):
        found = examples.load(variant)
    client = TestClient(found.app, raise_server_exceptions=False)
    assert client.get("/api/breads").json() == BREADS
    assert client.get("/").status_code == 500


def test_a_404_page_is_preferred(app: FastAPI, tmp_path: Path) -> None:
    """With `auto`, its presence says what kind of site it is."""
    (tmp_path / "dist" / "404.html").write_text("nothing here")
    response = TestClient(app).get("/orders/7", headers=HTML)
    assert (response.status_code, response.text) == (404, "nothing here")


def test_the_order_in_the_code_does_not_matter(app: FastAPI) -> None:
    """A path operation that is declared behind the frontend is found before its files."""

    @app.get("/index.html")
    async def late() -> str:
        return "late"

    assert TestClient(app).get("/index.html", headers=HTML).json() == "late"
