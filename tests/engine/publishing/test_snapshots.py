"""The site put back from the cache, by the content of its sources."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from scripts.docsite.errors import DocsError
from scripts.engine.markdown.recording import Sources
from scripts.engine.publishing import snapshots
from scripts.engine.store.digests import content_digest
from tests.engine.conftest import Site
from tests.support import Project

STORE = ".cache/engine/results.db"


def restored(site: Site) -> set[str]:
    """Build; return the languages that came from the cache whole."""
    return {result.language for result in site.build().languages if result.restored}


def clone(site: Site, target: Path) -> Site:
    """Return the project as another machine gets it: sources and cache, other times, no site."""
    ignored = shutil.ignore_patterns("site", "builds", "last-build.json")
    shutil.copytree(site.root, target, ignore=ignored, copy_function=shutil.copyfile)
    for path in target.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    return Site(Project(target))


def test_an_empty_site_is_put_back(site: Site) -> None:
    """Every file of it, with what the build warned of."""
    site.change({"docs/es/index.md": "# Inicio { #home }\n\n[roto](nada.md)\n"})
    first = site.build()
    before = site.output()
    shutil.rmtree(site.root / "site")
    second = site.build()
    assert {result.language for result in second.languages if result.restored} == {"en", "es", "fa"}
    assert site.output() == before
    assert second.warnings == first.warnings != ()
    assert [r.pages for r in second.languages] == [r.pages for r in first.languages]


def test_a_clone_with_the_cache_of_another_machine(site: Site, tmp_path: Path) -> None:
    """Where the files lie and when they were written does not count."""
    site.build()
    other = clone(site, tmp_path / "elsewhere")
    assert restored(other) == {"en", "es", "fa"}
    assert other.output() == site.output()


def test_only_what_is_known_is_put_back(site: Site, tmp_path: Path) -> None:
    """A language whose own sources differ is built, the others are not."""
    site.build()
    other = clone(site, tmp_path / "elsewhere")
    other.change({"docs/es/index.md": "# Inicio { #home }\n\nNueva.\n"})
    assert restored(other) == {"en", "fa"}
    assert "Nueva." in other.page("es")
    clean = clone(other, tmp_path / "clean")
    shutil.rmtree(clean.root / ".cache")
    clean.build()
    assert other.output() == clean.output()


@pytest.mark.parametrize(
    "edit",
    [
        {"docs/en/huts/index.md": "# Huts { #huts }\n\nMore.\n"},
        {"data/more.yml": "a: 1\n"},
        {"docs/es/added.md": "# Added\n"},
    ],
)
def test_what_all_languages_show_counts_for_all(site: Site, edit: dict[str, str]) -> None:
    """An English page, data, or a page more: nothing of the old site is put back."""
    site.build()
    site.change(dict(edit))
    assert restored(site) == set()


def test_an_older_state_comes_back(site: Site) -> None:
    """Like a branch that is checked out again."""
    page = site.root / "docs/en/index.md"
    text = page.read_text()
    site.build()
    before = site.output()
    site.change({"docs/en/index.md": "# Home { #home }\n\nAnother text.\n"}).build()
    assert site.output() != before
    site.change({"docs/en/index.md": text})
    shutil.rmtree(site.root / "site")
    assert restored(site) == {"en", "es", "fa"}
    assert site.output() == before


def test_strict_refuses_what_was_put_back_with_warnings(site: Site) -> None:
    """A broken link is as bad from the cache."""
    site.change({"docs/es/index.md": "# Inicio { #home }\n\n[roto](nada.md)\n"}).build()
    shutil.rmtree(site.root / "site")
    with pytest.raises(DocsError, match=r"nada\.md"):
        site.build(strict=True)
    assert not (site.root / "site").exists()


def test_a_damaged_file_of_the_site_is_built(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    """Never put back: one warning, the right page, and a store that is whole again."""
    site.build()
    before = site.output()
    with sqlite3.connect(site.root / STORE) as connection:
        connection.execute("UPDATE contents SET data = zeroblob(length(data)) WHERE rowid % 3 = 0")
    shutil.rmtree(site.root / "site")
    assert restored(site) == set()
    assert site.output() == before
    told = [r.getMessage() for r in caplog.records if r.name == "docsite.cache"]
    assert len(told) == 1 and "damaged" in told[0]
    shutil.rmtree(site.root / "site")
    assert restored(site) == {"en", "es", "fa"}
    assert site.output() == before


def test_a_site_is_put_back_around_its_english_part_only(site: Site) -> None:
    """The build of English begins with an empty folder, and would take what lies there along."""
    site.build()
    before = site.output()
    english = content_digest(before["index.html"])
    with sqlite3.connect(site.root / STORE) as connection:
        connection.execute("DELETE FROM contents WHERE digest = ?", (english,))
    shutil.rmtree(site.root / "site")
    assert restored(site) == set()
    assert site.output() == before


def test_no_cache_reads_and_writes_none(site: Site) -> None:
    """Nothing is taken from the cache, nothing is left in it."""
    site.build(use_cache=False)
    assert not (site.root / STORE).exists()
    site.build()
    shutil.rmtree(site.root / "site")
    assert not [r for r in site.build(use_cache=False).languages if r.restored or r.reused]


def test_pages_count_by_the_digests_that_sources_have(site: Site) -> None:
    """What was read for one is not read for the other."""
    found = snapshots.sources(site.root)
    digests = {path: source.digest for path, source in found.items()}
    assert "docs/en/index.md" in digests
    fresh, knowing = Sources(site.root), Sources(site.root)
    assert {path: fresh.digest(path) for path in digests} == digests
    knowing.know(digests)
    shutil.rmtree(site.root / "docs")
    assert {path: knowing.digest(path) for path in digests} == digests
    assert Sources(site.root).digest("docs/en/index.md") is None
