"""HTML pages from templates."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from jinja2 import TemplateNotFound

from scripts.docsite import examples

EXAMPLE = "templates/tutorial001"


@pytest.fixture(autouse=True)
def files(root: Path, tmp_path: Path) -> None:
    """Put the template and the style sheet into the working directory."""
    for folder in ("templates", "static"):
        shutil.copytree(root / "docs_src/templates" / folder, tmp_path / folder)


def test_the_page_shows_the_hut(client: TestClient) -> None:
    """Values stand in the page, and addresses are complete."""
    response = client.get("/huts/1")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "<title>Alpenrose</title>" in response.text
    assert "<p>12 beds are free.</p>" in response.text
    assert '<a href="http://testserver/huts/1">Alpenrose</a>' in response.text
    assert 'href="http://testserver/static/hut.css"' in response.text


def test_a_full_hut_says_so_and_its_text_is_escaped(client: TestClient) -> None:
    """A condition chooses the sentence, and HTML in a value is shown as text."""
    text = client.get("/huts/2").text
    assert '<p class="full">No bed is free.</p>' in text
    assert "<li>&lt;b&gt;Closed&lt;/b&gt;</li>" in text


def test_an_unknown_hut_is_not_found(client: TestClient) -> None:
    """Errors are JSON as always."""
    response = client.get("/huts/3")
    assert response.status_code == 404
    assert response.json() == {"detail": "No such hut"}


def test_a_missing_template_is_noticed_by_the_first_request(app: FastAPI, tmp_path: Path) -> None:
    """The app starts without its template, and has no page to show."""
    (tmp_path / "templates/hut.html").unlink()
    with TestClient(app) as client, pytest.raises(TemplateNotFound):
        client.get("/huts/1")


def test_without_the_folder_of_static_files_there_is_no_app(
    variant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The app ends before it starts, and names the folder."""
    shutil.rmtree(tmp_path / "static")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RuntimeError, match="Directory 'static' does not exist"):
        examples.load(variant)


def test_the_style_sheet_is_served(client: TestClient) -> None:
    """The address in the page leads to the file."""
    response = client.get("/static/hut.css")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/css; charset=utf-8"


def test_the_page_is_documented_as_html(schema: dict[str, Any]) -> None:
    """The response class says what the answer is."""
    response = schema["paths"]["/huts/{hut_id}"]["get"]["responses"]["200"]
    assert response["content"] == {"text/html": {"schema": {"type": "string"}}}
