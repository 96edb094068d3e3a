"""A folder of files, mounted into an app."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from fastapi import Depends, FastAPI, HTTPException
from fastapi.staticfiles import StaticFiles
from fastapi.testclient import TestClient

from scripts.docsite import examples

EXAMPLE = "static_files/tutorial001"

FILES = Path(__file__).resolve().parents[3] / "docs_src" / "static_files" / "static"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path) -> None:
    """Put the folder into the working directory, as a reader has it."""
    shutil.copytree(FILES, tmp_path / "static")


def test_a_file_is_served(client: TestClient) -> None:
    """With the type that its name suggests, and in pieces if asked."""
    response = client.get("/static/sample.txt")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.text == "Harbor Library, open from nine to six.\n"
    piece = client.get("/static/sample.txt", headers={"Range": "bytes=0-5"})
    assert (piece.status_code, piece.text) == (206, "Harbor")


def test_an_unchanged_file_is_not_sent_again(client: TestClient) -> None:
    """The client shows the mark of what it has."""
    mark = client.get("/static/sample.txt").headers["etag"]
    response = client.get("/static/sample.txt", headers={"If-None-Match": mark})
    assert (response.status_code, response.text) == (304, "")


@pytest.mark.parametrize(
    "path", ["/static/nope", "/static/", "/static/../main.py", "/static/%2e%2e/main.py"]
)
def test_what_is_not_in_the_folder_is_not_found(
    client: TestClient, tmp_path: Path, path: str
) -> None:
    """There is no list of the files, and no way out."""
    (tmp_path / "main.py").write_text("secret")
    response = client.get(path)
    assert response.status_code == 404
    assert response.json() == {"detail": "Not Found"}


def test_files_are_only_read(client: TestClient) -> None:
    """Other methods are not allowed."""
    assert client.post("/static/sample.txt").status_code == 405


def test_the_name_gives_the_address(client: TestClient) -> None:
    """A path operation needs to know where a file is, not how the folder is mounted."""
    cover = client.get("/books/7").json()
    assert cover == {"id": 7, "cover": "/static/tides.svg"}
    assert client.get(cover["cover"]).headers["content-type"] == "image/svg+xml"


def test_files_are_not_documented(schema: dict[str, Any]) -> None:
    """OpenAPI knows the path operation only."""
    assert list(schema["paths"]) == ["/books/{book_id}"]


def test_dependencies_of_the_app_do_not_protect_files(tmp_path: Path, app: FastAPI) -> None:
    """A mounted app is on its own."""

    def refuse() -> None:
        raise HTTPException(status_code=401)

    guarded = FastAPI(dependencies=[Depends(refuse)])
    guarded.mount("/static", StaticFiles(directory=tmp_path / "static"))
    assert TestClient(guarded).get("/static/sample.txt").status_code == 200


def test_a_mount_at_the_root_hides_what_comes_later(app: FastAPI) -> None:
    """It takes every path, so it has to be last."""
    app.mount("/", StaticFiles(directory="static", html=True))

    @app.get("/late")
    async def late() -> None:
        raise AssertionError

    client = TestClient(app)
    assert client.get("/late").status_code == 404
    assert client.get("/books/7").status_code == 200


def test_html_serves_index_files(app: FastAPI, tmp_path: Path) -> None:
    """And a 404.html for what is missing."""
    (tmp_path / "static" / "index.html").write_text("start")
    (tmp_path / "static" / "404.html").write_text("missing")
    app.mount("/site", StaticFiles(directory="static", html=True))
    client = TestClient(app)
    assert client.get("/site/").text == "start"
    missing = client.get("/site/nope")
    assert (missing.status_code, missing.text) == (404, "missing")


def test_the_folder_must_be_there(
    variant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it the app is not even created."""
    shutil.rmtree(tmp_path / "static")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RuntimeError, match="Directory 'static' does not exist"):
        examples.load(variant)
