"""The beginning of the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scripts import start
from scripts.engine.builds import driver
from scripts.engine.inputs import gate
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


def test_an_edit_is_no_reason_to_say_so(site: Site) -> None:
    """Whatever may have to be done is left to the build."""
    assert start.current(site.root, gate.look(site.root), strict=True)
    site.change({"docs/es/index.md": "# Inicio { #home }\n\nSol.\n"})
    assert not start.current(site.root, gate.look(site.root), strict=False)


def test_what_was_warned_of_is_told_again(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the build told it, which also tells it where warnings are not allowed."""
    monkeypatch.chdir(site.root)
    site.change({"docs/es/index.md": "# Inicio { #home }\n\n[x](nada.md)\n"})
    report = driver.build(site.root)
    assert len(report.warnings) == 1
    monkeypatch.setattr(sys, "argv", ["docs", "build-all"])
    start.main()
    told = capsys.readouterr()
    assert told.out == "12 pages in 3 languages, nothing changed\n"
    assert told.err.splitlines() == list(report.warnings)
    monkeypatch.setattr(sys, "argv", ["docs", "build-all", "--strict"])
    with pytest.raises(SystemExit):
        start.main()
    assert "--strict allows none" in capsys.readouterr().err


def test_other_commands_reach_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`docs --help` is the command line's own."""
    monkeypatch.setattr(sys, "argv", ["docs", "--help"])
    with pytest.raises(SystemExit) as ended:
        start.main()
    assert ended.value.code == 0
    assert "build-all" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("files", "expected"),
    [([], "there is no mkdocs.yml here or above"), (["mkdocs.yml"], "data/languages.yml")],
)
def test_where_nothing_can_be_built_that_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    files: list[str],
    expected: str,
) -> None:
    """Outside of a project, and in one of which nearly all is missing."""
    for name in files:
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["docs", "build-all"])
    with pytest.raises(SystemExit) as ended:
        start.main()
    assert ended.value.code == 1
    assert expected in capsys.readouterr().err
