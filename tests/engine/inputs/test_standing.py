"""What the last build left: used where it still stands, whoever looked at it and when."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.engine.inputs import gate
from scripts.engine.inputs.gate import LastBuild, Look
from scripts.engine.inputs.standing import FOLDER, Standing
from scripts.engine.publishing import previous
from scripts.engine.store.digests import digest

CODES = ("en", "es")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with a site, and an older one beside it."""
    for folder in ("site", f"{FOLDER}/site"):
        (tmp_path / folder / "es").mkdir(parents=True)
        (tmp_path / folder / "index.html").write_text("home")
        (tmp_path / folder / "es/index.html").write_text("inicio")
    return tmp_path


def last_build(root: Path) -> LastBuild:
    """Return a build that left the site as it stands."""
    output = gate.output_digest(root)
    return LastBuild(Look("", "", {}), output, {}, dict.fromkeys(CODES, 1), "")


def test_what_stands_is_told_by_language(root: Path) -> None:
    """The site by its files, and the older one by digests that are those of the site then."""
    standing = Standing.of(root, CODES)
    assert list(standing.entries) == gate.output_entries(root)
    assert standing.folders.keys() == set(CODES)
    older = gate.output_entries(root / FOLDER)
    assert standing.spare == gate.language_digests(older, CODES)
    assert standing.spare["es"] == digest(e[3:] for e in older if e.startswith("es/")).hex()


def test_without_a_site_nothing_stands(tmp_path: Path) -> None:
    """Nor is an older one of use."""
    (tmp_path / FOLDER / "site").mkdir(parents=True)
    (tmp_path / FOLDER / "site/index.html").touch()
    assert Standing.of(tmp_path, CODES) == Standing()


def test_the_site_is_opened_as_it_was_seen(root: Path) -> None:
    """With the digests of its languages."""
    last = last_build(root)
    with previous.opened(root, last, Standing.of(root, CODES)) as found:
        assert found.folders.keys() == set(CODES)
        assert list(found.entries) == gate.output_entries(root)
    with previous.opened(root, None, Standing.of(root, CODES)) as found:
        assert found is previous.NOTHING


@pytest.mark.parametrize("folder", ["site", "site/es"])
def test_what_another_build_put_there_since_is_not_what_was_seen(root: Path, folder: str) -> None:
    """Though each of its files has the name, the size and the time of one that was."""
    last, standing = last_build(root), Standing.of(root, CODES)
    shutil.copytree(root / folder, root / "new")
    (root / folder).rename(root / "old")
    (root / "new").rename(root / folder)
    assert gate.output_digest(root) == last.output
    with previous.opened(root, last, standing) as found:
        assert found is previous.NOTHING


def test_what_changed_before_it_was_seen_is_not_the_last_build(root: Path) -> None:
    """A file that was written to, and a folder that is gone."""
    last = last_build(root)
    (root / "site/es/index.html").write_text("changed")
    with previous.opened(root, last, Standing.of(root, CODES)) as found:
        assert found is previous.NOTHING
    shutil.rmtree(root / "site/es")
    with previous.opened(root, last, Standing.of(root, CODES)) as found:
        assert found is previous.NOTHING
