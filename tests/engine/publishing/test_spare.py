"""The site before the last one becomes the next: never a mixture, and never what others changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig

from scripts.docsite.errors import DocsError
from scripts.engine import upkeep
from scripts.engine.builds import building
from scripts.engine.builds.cache import Cache
from scripts.engine.inputs import standing
from scripts.engine.pages.population import NotKnownError
from scripts.engine.publishing import spare
from tests.engine.conftest import Site

HUT = "docs/en/huts/alpenrose.md"
INICIO = "docs/es/index.md"


def edited(site: Site, number: int, path: str = HUT) -> dict[str, bytes]:
    """Give a page a text and build; return what the site holds."""
    heading = "Alpenrose { #alpenrose }\n\n## Beds { #beds }" if path == HUT else "Inicio { #home }"
    site.change({path: f"# {heading}\n\nText {number}.\n"}).build()
    return site.output()


def clean(site: Site) -> dict[str, bytes]:
    """Return what a build from nothing makes of the same sources."""
    site.build(use_cache=False)
    return site.output()


@pytest.fixture
def worn(site: Site) -> Site:
    """Return a site that was built three times: an old one lies beside it."""
    site.build()
    edited(site, 1)
    edited(site, 2)
    return site


def inode(path: Path) -> int:
    """Return the number of a file on the disk."""
    return path.stat().st_ino


def test_what_stands_in_the_old_site_is_not_made_again(worn: Site) -> None:
    """Its folders are taken as they are; and the site is what a clean build makes."""
    folder = worn.root / standing.FOLDER / "site"
    before = inode(folder / "es/huts"), inode(worn.root / "site/es/huts")
    made = edited(worn, 3)
    assert inode(worn.root / "site/es/huts") == before[0]
    assert inode(folder / "es/huts") == before[1]
    assert made == clean(worn)


def test_one_language_takes_its_own_folder_alone(worn: Site) -> None:
    """And what is known of the others stays known."""
    for number in range(3, 6):
        edited(worn, number, INICIO)
    before = inode(worn.root / standing.FOLDER / "site/reference")
    made = edited(worn, 6)
    assert inode(worn.root / "site/reference") == before
    assert made == clean(worn)


def test_pages_that_are_gone_leave_nothing(worn: Site) -> None:
    """Not in the old site either, when its time comes."""
    dome = "docs/en/huts/dome.md"
    worn.change({dome: "# Dome { #dome }\n"}).build()
    edited(worn, 3)
    worn.change({dome: None}).build()
    edited(worn, 4)
    made = edited(worn, 5)
    assert "huts/dome/index.html" not in made
    assert made == clean(worn)


def test_what_is_copied_stays_until_it_changes(worn: Site) -> None:
    """A stylesheet that stands in the old site is not copied again; one that changed is."""
    style, beside = "docs/en/css/huts.css", "docs/en/css/rooms.css"
    worn.change({style: "a {}", beside: "b {}"})
    for number in (3, 4):
        edited(worn, number)
    kept = inode(worn.root / "site/es/css/rooms.css")
    edited(worn, 5)
    worn.change({style: "i {}"})
    made = edited(worn, 6)
    assert inode(worn.root / "site/es/css/rooms.css") == kept
    assert made["es/css/huts.css"] == b"i {}"
    worn.change({style: None})
    assert "es/css/huts.css" not in edited(worn, 7)
    assert edited(worn, 8) == clean(worn)


def test_the_site_is_not_written_to(worn: Site) -> None:
    """A build that fails late has changed files that the site has links to: not in place."""
    before = worn.output()
    worn.change({"docs/en/huts/index.md": "# Huts { #huts }\n", INICIO: "---\nhide: [\n---\n"})
    with pytest.raises(DocsError):
        worn.build()
    assert worn.output() == before
    worn.change({INICIO: "# Inicio { #home }\n"}).build()
    assert worn.output() == clean(worn)


@pytest.mark.parametrize("path", ["es/index.html", "robots-of-mine.txt"])
def test_an_old_site_that_somebody_changed_is_not_used(worn: Site, path: str) -> None:
    """Whatever was changed in it."""
    changed = worn.root / standing.FOLDER / "site" / path
    changed.unlink(missing_ok=True)
    changed.write_text("mine")
    assert edited(worn, 3) == clean(worn)


def test_english_begins_again_alone_where_it_has_to_empty_its_folder(
    worn: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The languages that were built beside it are built after it."""
    build, asked = building.build, worn.root / "asked"

    def not_known(config: MkDocsConfig, cache: Cache, *rest: Any) -> Any:
        if cache.together and Path(config.docs_dir).name == "en":
            asked.touch()
            raise NotKnownError
        return build(config, cache, *rest)

    monkeypatch.setattr(building, "build", not_known)
    made = edited(worn, 3)
    assert asked.is_file()
    assert made == clean(worn)


def test_two_builds_do_not_share_it(worn: Site) -> None:
    """Who comes second builds into a new folder."""
    with spare.taken(worn.root, ["en", "es", "fa"], ["en", "es", "fa"], {}) as found:
        assert found is not None
        assert edited(worn, 3) == clean(worn)
    assert edited(worn, 4) == clean(worn)


def test_emptying_the_cache_removes_it(worn: Site) -> None:
    """Unless a build has it."""
    folder = worn.root / standing.FOLDER
    with spare.taken(worn.root, ["en", "es", "fa"], ["es"], {}):
        upkeep.clear(worn.root)
        assert folder.is_dir()
    upkeep.clear(worn.root)
    assert not folder.exists()
