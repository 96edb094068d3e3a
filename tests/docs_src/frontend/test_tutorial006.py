"""A folder that may appear later."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from scripts.docsite import examples

EXAMPLE = "frontend/tutorial006"


def test_files_are_served(client: TestClient) -> None:
    """With the folder, all is as usual."""
    assert "Fresh today" in client.get("/").text
    assert client.get("/api/breads").json() == ["Rye loaf", "Spelt roll"]


def test_the_folder_is_looked_for_at_the_first_request(
    variant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The app starts without it, answers, and fails for files until it is there."""
    shutil.move(tmp_path / "dist", tmp_path / "later")
    monkeypatch.chdir(tmp_path)
    client = TestClient(examples.load(variant).app, raise_server_exceptions=False)
    assert client.get("/api/breads").status_code == 200
    assert client.get("/").status_code == 500
    shutil.move(tmp_path / "later", tmp_path / "dist")
    assert "Fresh today" in client.get("/").text
