"""Looking at the cache and emptying it, with the commands that people use."""

from __future__ import annotations

import sqlite3

from typer.testing import CliRunner

from scripts.docs import app
from scripts.engine import upkeep
from scripts.engine.store.digests import digest
from scripts.engine.store.results import Store
from tests.engine.builds.test_driver import start_build
from tests.engine.conftest import PAGES, Site

STORE = ".cache/engine/results.db"


def cache(site: Site, command: str) -> str:
    """Run `docs cache COMMAND`; return what it prints."""
    done = CliRunner().invoke(app, ["--root", str(site.root), "cache", command])
    assert done.exit_code == 0, done.output
    return done.output


def test_info_tells_what_there_is(site: Site) -> None:
    """Where, which version, how large, what of each kind, and how old."""
    assert cache(site, "info").splitlines() == [
        ".cache/engine, version 3",
        "0.0 MB on disk; 0.0 MB of at most 536.9 MB",
    ]
    site.build()
    with sqlite3.connect(site.root / STORE) as connection:
        connection.execute("UPDATE contents SET used = used - 200000 WHERE rowid = 1")
    found = upkeep.info(site.root)
    assert {kind.name: kind.results for kind in found.kinds}["site"] == 3
    assert 0 < found.size < found.on_disk
    told = cache(site, "info")
    assert "3 languages of a whole site" in told
    assert told.endswith("all of it was used within the last 3 days\n")


def test_clear_empties_it(site: Site) -> None:
    """It says what that freed; the site stays, and the next build is a whole one."""
    site.build()
    before = site.output()
    freed = upkeep.info(site.root).on_disk
    assert cache(site, "clear").startswith(
        f"{(freed - upkeep.info(site.root).on_disk) / 1e6:.1f} MB"
    )
    assert upkeep.info(site.root).kinds == ()
    assert site.output() == before
    assert not [r for r in site.build().languages if r.reused or r.restored]
    assert site.output() == before


def test_clear_empties_what_is_no_cache(site: Site) -> None:
    """A text or a folder in its place, with one warning at most."""
    (site.root / STORE).parent.mkdir(parents=True)
    (site.root / STORE).write_text("no database " * 1000)
    assert cache(site, "info").splitlines()[0] == ".cache/engine, version 3"
    (site.root / STORE).unlink()
    (site.root / STORE).mkdir()
    (site.root / STORE / "file").write_text("text")
    cache(site, "clear")
    assert list((site.root / STORE).parent.iterdir()) == []


def test_a_build_goes_on_when_the_cache_is_cleared(site: Site) -> None:
    """At any moment of it; what it makes is right, and the store works."""
    site.build()
    expected = site.output()
    site.change({"docs/en/index.md": "# Home { #home }\n\nAnother.\n"}).build()
    site.change({"docs/en/index.md": None}).change({"docs/en/index.md": PAGES["docs/en/index.md"]})
    process = start_build(site)
    while process.poll() is None:
        upkeep.clear(site.root)
    assert process.returncode == 0
    assert site.output() == expected


def test_a_store_that_is_open_survives(site: Site) -> None:
    """Who has it open finds nothing more, and can add."""
    store = Store.at(site.root)
    key = digest(["key"])
    store.put(key, b"text")
    store.flush()
    assert store.get(key) == b"text"
    upkeep.clear(site.root)
    assert store.get(key) is None
    store.put(key, b"again")
    store.flush()
    assert Store.at(site.root).get(key) == b"again"
