"""Serving an example for a picture: it answers, it is ended, and why it did not start is told."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.error import URLError

import pytest

from scripts.capture.server import serving
from scripts.docsite.errors import DocsError
from scripts.docsite.screenshots import Shot
from tests.support import Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]

APP = """\
import os
from pathlib import Path

Path("written.txt").write_text("here")


async def app(scope, receive, send):
    if scope["type"] == "http":
        body = f"{Path.cwd()} {os.environ.get('SECRET_HUT')}".encode()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body})
"""


def test_an_example_is_served_in_a_folder_of_its_own(
    make_project: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It writes there, knows nothing of this user's settings, and is ended with the block."""
    monkeypatch.setenv("SECRET_HUT", "yes")
    project = make_project({"docs_src/huts/tutorial001.py": APP})
    before = project.files()
    with serving(project.root, Shot("huts/tutorial001.py", "/docs")) as address:
        told = urllib.request.urlopen(address, timeout=30).read().decode()
    folder, secret = told.split()
    assert (secret, Path(folder).exists()) == ("None", False)
    assert project.files() == before
    with pytest.raises(URLError):
        urllib.request.urlopen(address, timeout=5)


def test_why_an_example_does_not_start_is_told(make_project: Make) -> None:
    """With its file, and its own last words."""
    project = make_project({"docs_src/huts/tutorial001.py": "raise OSError('no beds left')\n"})
    with (
        pytest.raises(DocsError, match=r"docs_src/huts/tutorial001\.py:1: .*OSError: no beds left"),
        serving(project.root, Shot("huts/tutorial001.py", "/docs")),
    ):
        pass
