"""English read by several processes before the live server answers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from scripts.engine.builds import companions
from scripts.engine.live import early
from scripts.engine.live.early import Early
from scripts.engine.live.site import LiveSite
from scripts.engine.pages import population
from tests.engine.conftest import Site


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let companions be called for few pages, as on a machine with two cores."""
    monkeypatch.setattr(companions, "ENOUGH", 1)
    monkeypatch.setattr(early.os, "cpu_count", lambda: 2)


def _fail(*_: Any) -> None:
    raise AssertionError("read again")


def test_the_server_finds_what_was_read(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It reads no English page itself."""
    Early(site.root).wait()
    monkeypatch.setattr(population, "_populate_page", _fail)
    live = LiveSite(site.root, tmp_path / "out", "http://127.0.0.1:8008/")
    for address in ("", "huts/alpenrose/"):
        answer = live.answer(address)
        assert (answer.status, answer.problem) == (200, None)


def test_nothing_is_begun_where_english_was_read(site: Site) -> None:
    """By a build, or by a server before, with the same configuration and code."""
    site.build(codes=["en"])
    assert not Early(site.root).is_begun
    site.change({"mkdocs.yml": (site.root / "mkdocs.yml").read_text() + "copyright: Ours\n"})
    begun = Early(site.root)
    assert begun.is_begun
    begun.wait()
    assert not Early(site.root).is_begun


def test_few_pages_are_left_to_the_server(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are read faster than a process is forked."""
    monkeypatch.setattr(companions, "ENOUGH", 100)
    assert not Early(site.root).is_begun


def test_it_ends_with_the_server(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much is left to do, and not before what it does is cleaned up."""
    told, ours = os.pipe()

    def at_work(*_: Any) -> None:
        try:
            os.write(ours, b"begun")
            while True:  # at work, so that the signal is taken at once, whenever it comes
                pass
        finally:
            os.write(ours, b"ended")

    monkeypatch.setattr(early, "read_ahead", at_work)
    begun = Early(site.root)
    os.close(ours)
    assert os.read(told, 5) == b"begun"
    begun.end()
    assert os.read(told, 5) == b"ended"


def test_what_is_wrong_is_left_to_the_server(
    site: Site, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Which tells it once."""
    site.change({"docs/en/huts/alpenrose.md": "{* ../../docs_src/nothing.py *}\n"})
    Early(site.root).wait()
    assert capfd.readouterr() == ("", "")
    problem = LiveSite(site.root, tmp_path / "out", "http://x/").answer("huts/alpenrose/").problem
    assert problem is not None
    assert "alpenrose.md:1" in str(problem)
