"""The deprecated event at the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "events/tutorial002"
pytestmark = pytest.mark.filterwarnings(r"ignore:\s*on_event is deprecated:DeprecationWarning")


def test_the_function_runs_when_the_app_ends(app: FastAPI, tmp_path: Path) -> None:
    """The line is written behind the last request, and not before."""
    with TestClient(app) as client:
        assert client.get("/huts").json() == ["Alpenrose", "Steinbock"]
        assert not (tmp_path / "log.txt").exists()
    assert (tmp_path / "log.txt").read_text() == "The app has ended\n"
