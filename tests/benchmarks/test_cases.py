"""Cases: what is measured is a build that did its work."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from benchmarks import cases, peers, processes, staging, trees
from benchmarks.cases import Bench, NotShown
from benchmarks.peers import Peer, Project
from benchmarks.processes import Command, Cost
from scripts.docsite.model import PageKey


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a small tree in two languages."""
    root = tmp_path_factory.mktemp("tree")
    trees.make(root, trees.Size(2, 8))
    return Project(root, jobs=1)


class Idle(Peer):
    """A generator that never does anything."""

    def build(self, codes: Sequence[str]) -> Cost:
        return Cost(0.1, 0.1, 1, 1)


def test_the_engine_shows_what_each_case_changed(project: Project) -> None:
    """A page that was edited, and one that was added to the navigation."""
    bench = Bench(Peer(project))
    for case in ("cold", "added"):
        cost = bench.run(case)
        assert cost.wall > 0
        assert cost.together >= cost.largest > 10_000_000
    assert bench.weight()[0] == 2 * 8
    assert "Measured" in bench.address("de", bench.pages.translated).read_text()


def test_a_build_that_does_nothing_is_no_measurement(project: Project) -> None:
    """Not where nothing was built, and not where an edit is not shown."""
    with pytest.raises(NotShown, match="was not built"):
        Bench(Idle(project)).run("cold")
    bench = Bench(Idle(project))
    for code in project.codes:
        for key in project.pages.source_pages:
            page = bench.address(code, key)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text("An old page.")
    for case in ("translated", "untranslated", "added"):
        with pytest.raises(NotShown, match="does not show"):
            Bench(Idle(project)).run(case)


def test_every_case_of_a_peer_has_a_title() -> None:
    """Tables name what results call by a word."""
    assert {case for kind in peers.KINDS for case in kind.cases} == {*cases.TITLES}


def test_staged_pages_need_no_hooks(tmp_path: Path, project: Project) -> None:
    """Includes are expanded, fallback pages are there, and the navigation has its titles."""
    stock = project.root / "stock.yml"
    peers.write_stock(project.root, stock)
    staging.stage(project.root, stock, "de", tmp_path)
    pages = {p.relative_to(tmp_path / "docs").as_posix(): p for p in tmp_path.rglob("*.md")}
    assert {*pages} >= {*project.pages.source_pages}
    text = "\n".join(path.read_text() for path in pages.values())
    assert "{*" not in text
    assert "from fastapi import FastAPI" in text
    config = yaml.unsafe_load((tmp_path / "mkdocs.yml").read_text())
    assert "hooks" not in config
    assert {*config["plugins"]} == {"search", "mkdocstrings"}
    section = next(item for item in config["nav"] if isinstance(item, dict))
    key = PageKey("part-1/index.md")
    shown = project.pages.page("de", key) or project.pages.source_pages[key]
    assert [*section] == [shown.document.title]


def python(code: str, folder: Path) -> Command:
    """Return a command that runs Python."""
    return Command([sys.executable, "-c", code], folder, {})


def test_costs_are_those_of_the_whole_process(tmp_path: Path) -> None:
    """Memory and processor seconds, of a process that another one started as well."""
    burn = "import time\nheld = bytearray(b'1' * (80 << 20))\nwhile time.process_time() < 0.3: pass"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}], check=True)"
    cost = processes.run([python(outer, tmp_path)], jobs=1)
    assert cost.cpu >= 0.3
    assert cost.wall >= 0.3
    assert cost.largest > 80 << 20


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    """A benchmark of a failure measures nothing."""
    with pytest.raises(RuntimeError, match="no such hut"):
        processes.run([python("raise SystemExit('no such hut')", tmp_path)], jobs=1)
