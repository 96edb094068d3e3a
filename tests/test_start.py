"""The beginning of the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scripts import start
from scripts.engine import driver
from tests.engine.conftest import NAV, PAGES, Site, configuration
from tests.support import make_project


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a small site, built."""
    made = Site(make_project(tmp_path / "site", {"mkdocs.yml": configuration(NAV), **PAGES}))
    driver.build(made.root)
    return made


def test_a_current_site_is_told_at_once(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is built, from wherever in the project it is asked."""
    monkeypatch.chdir(site.root / "docs")
    monkeypatch.setattr(sys, "argv", ["docs", "build-all", "--strict"])
    start.main()
    assert capsys.readouterr().out == "12 pages in 3 languages, nothing changed\n"


def test_an_edit_or_a_warning_is_no_reason_to_say_so(site: Site) -> None:
    """Whatever may have to be done or told is left to the build."""
    assert start.current(site.root) is not None
    site.change({"docs/es/index.md": "# Inicio { #home }\n\n[x](nada.md)\n"})
    assert start.current(site.root) is None
    driver.build(site.root)
    assert start.current(site.root) is None


def test_other_commands_reach_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`docs --help` is the command line's own."""
    monkeypatch.setattr(sys, "argv", ["docs", "--help"])
    with pytest.raises(SystemExit) as ended:
        start.main()
    assert ended.value.code == 0
    assert "build-all" in capsys.readouterr().out


def test_outside_a_project_the_command_line_tells(tmp_path: Path) -> None:
    """Without a project there is nothing that could be current."""
    assert start.current(tmp_path) is None
