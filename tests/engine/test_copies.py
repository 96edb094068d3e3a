"""Files that all languages show: copied once, and one file on the disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from scripts.engine.builds import writing
from tests.engine.conftest import Site
from tests.engine.test_faults import clean

STYLE = "assets/stylesheets"
PICTURE = "img/hut.txt"


def _numbers(site: Site, name: str) -> set[int]:
    """Return which files on the disk an asset is, in all languages."""
    folder = site.root / "site"
    return {(folder / code / name).stat().st_ino for code in ("", "es", "fa")}


def test_an_asset_is_one_file_in_all_languages(site: Site, tmp_path: Path) -> None:
    """Those of the theme and those of the project; each holds what a clean build gives."""
    site.change({f"docs/en/{PICTURE}": "a hut"}).build()
    (style,) = (site.root / "site" / STYLE).glob("main.*.css")
    assert len(_numbers(site, f"{STYLE}/{style.name}")) == 1
    assert len(_numbers(site, PICTURE)) == 1
    assert site.output() == clean(site, tmp_path / "clean")


def test_a_language_of_its_own_asset_has_its_own(site: Site, tmp_path: Path) -> None:
    """Also where it gets one later; what the others show stays."""
    site.change({f"docs/en/{PICTURE}": "a hut"}).build()
    site.change({f"docs/es/{PICTURE}": "un refugio"}).build()
    assert len(_numbers(site, PICTURE)) == 2
    site.change({f"docs/en/{PICTURE}": "a house"}).build()
    assert site.output()[PICTURE] == site.output()[f"fa/{PICTURE}"] == b"a house"
    assert site.output()[f"es/{PICTURE}"] == b"un refugio"
    assert site.output() == clean(site, tmp_path / "clean")


def test_where_files_cannot_be_linked_they_are_copied(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems know no links, or only so many of them."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.EMLINK, os.strerror(errno.EMLINK))

    monkeypatch.setattr(writing.os, "link", full)
    site.change({f"docs/en/{PICTURE}": "a hut"}).build()
    assert len(_numbers(site, PICTURE)) == 3
    assert site.output() == clean(site, tmp_path / "clean")
