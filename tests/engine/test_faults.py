"""What can go wrong with machines: a clear message or the right site, never a mixture.

`DOCSITE_KILLS` sets how many builds are killed (`make test-long` kills a hundred), and
`DOCSITE_KILLS_SEED` when each of them is.
"""

from __future__ import annotations

import ctypes
import http.client
import logging
import multiprocessing
import os
import random
import resource
import shutil
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from scripts.docsite.errors import DocsError
from scripts.engine.builds import driver
from scripts.engine.preview import SiteHandler
from tests.engine.builds.test_driver import start_build
from tests.engine.conftest import PAGES, Site

KILLS = int(os.environ.get("DOCSITE_KILLS", "12"))
SEED = int(os.environ.get("DOCSITE_KILLS_SEED", "4"))
HOME = "docs/en/index.md"
NEW = {HOME: "# Home { #home }\n\nAnother text.\n", "docs/es/index.md": "# Portada { #home }\n"}
OLD = {path: PAGES[path] for path in NEW}
CACHE = ".cache/engine"


def clean(site: Site, folder: Path) -> dict[str, bytes]:
    """Return what a clean build of the sources gives, made in another folder."""
    ignored = shutil.ignore_patterns("site", ".cache")
    shutil.copytree(site.root, folder, ignore=ignored)
    other = Site(type(site.project)(folder))
    other.build(use_cache=False)
    return other.output()


def forked(action: Callable[[], object]) -> tuple[int, Callable[[], str]]:
    """Run the action in a forked process group; return its id, and how to wait for its error."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)

    def child() -> None:
        os.setpgid(0, 0)
        logging.disable(logging.CRITICAL)
        try:
            action()
            theirs.send("")
        except DocsError as error:
            theirs.send(str(error))

    process = context.Process(target=child)
    process.start()
    theirs.close()

    def wait() -> str:
        try:
            told: str = ours.recv()
        except EOFError:
            told = "it was killed"
        process.join()
        return told

    assert process.pid is not None
    return process.pid, wait


def kill(group: int) -> None:
    """Kill a process group; its leader alone where it has not founded it yet."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(group, signal.SIGKILL)


def test_killed_builds_leave_the_site_whole(site: Site) -> None:
    """At random moments, with and without a cache: the old site or the new one, to the byte."""
    states = []
    for files in (NEW, OLD):
        site.change(files).build()
        states.append((files, site.output()))
    seconds = {}
    for number, use_cache in enumerate((True, False)):
        site.change(states[number][0])
        started = time.monotonic()
        assert forked(partial(site.build, use_cache=use_cache))[1]() == ""
        seconds[use_cache] = time.monotonic() - started
    chosen, killed = random.Random(SEED), 0
    for number in range(KILLS):
        before = site.output()
        files, wanted = next(state for state in states if state[1] != before)
        use_cache = number % 2 == 0
        group, wait = forked(partial(site.change(files).build, use_cache=use_cache))
        time.sleep(chosen.uniform(0, seconds[use_cache]))
        kill(group)
        killed += wait() != ""
        assert site.output() in (before, wanted), f"round {number} with seed {SEED}"
    site.change(NEW).build()
    assert site.output() == states[0][1]
    assert list((site.root / ".cache/builds").glob("*-*")) == []
    assert killed > KILLS // 4


@pytest.mark.parametrize("room", [0, 3_000, 60_000])
def test_a_full_disk_leaves_the_site_as_it_was(site: Site, room: int) -> None:
    """Wherever it fills up: files can't grow beyond what there is room for."""
    site.build()
    before = site.output()

    def build() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        site.build(use_cache=False)

    site.change(NEW)
    told = forked(build)[1]()
    assert "the site can't be written: a file would be larger" in told
    assert "previous site is unchanged" in told
    assert site.output() == before
    site.build()
    assert "Another text." in site.page("")


def without_privileges() -> None:
    """Let permissions count for this process, also where it is root's."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    libc = ctypes.CDLL(None, use_errno=True)
    data = (ctypes.c_uint32 * 6)()
    assert libc.capget(header, data) == 0
    data[0] = data[3] = 0  # nothing is in effect
    assert libc.capset(header, data) == 0


@pytest.fixture
def read_only() -> Iterator[Callable[[Path], None]]:
    """Return a function that takes the right to write from a file or folder."""
    paths: list[tuple[Path, int]] = []

    def take(path: Path) -> None:
        paths.append((path, path.stat().st_mode))
        path.chmod(path.stat().st_mode & ~0o222)

    yield take
    for path, mode in reversed(paths):
        path.chmod(mode)


@pytest.mark.parametrize("place", [".", ".cache"])
def test_a_read_only_place_is_told(
    site: Site, read_only: Callable[[Path], None], place: str
) -> None:
    """Where nothing can be published or built, that is said, and the site stays."""
    site.build()
    before = site.output()
    site.change(NEW)
    read_only(site.root / place)

    def build() -> None:
        without_privileges()
        site.build()

    told = forked(build)[1]()
    assert "the site can't be written: writing there is not permitted" in told
    assert site.output() == before


def test_a_read_only_cache_does_no_harm(site: Site, read_only: Callable[[Path], None]) -> None:
    """The site is built without keeping anything."""
    site.build()
    for path in [*(site.root / CACHE).iterdir(), site.root / CACHE]:
        read_only(path)

    def build() -> None:
        without_privileges()
        site.build()

    site.change(NEW)
    assert forked(build)[1]() == ""
    assert "Another text." in site.page("fa")


def test_a_cache_of_another_version_is_made_anew(
    site: Site, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    """The store and what is remembered of the last build, with one warning."""
    site.build()
    with sqlite3.connect(site.root / CACHE / "results.db") as connection:
        connection.execute("PRAGMA user_version = 1")
    for path in (site.root / CACHE).glob("*.json"):
        path.write_text('{"version": 1}')
    site.change(NEW).build()
    assert site.output() == clean(site, tmp_path / "clean")
    told = [r.getMessage() for r in caplog.records if r.name == "docsite.cache"]
    assert len(told) == 1 and "of another version" in told[0]


@pytest.mark.parametrize("moment", [0, 4_000_000_000])
def test_a_clock_that_jumps(site: Site, tmp_path: Path, moment: int) -> None:
    """Edits that come from the past or the future are seen, and so are those without a trace."""
    site.build()
    page = site.root / HOME
    site.change(NEW)
    os.utime(page, (moment, moment))
    site.build()
    assert "Another text." in site.page("")
    page.write_text(page.read_text().replace("Another", "Whatnot"))  # as long as before
    os.utime(page, (moment, moment))
    with sqlite3.connect(site.root / CACHE / "results.db") as connection:
        connection.execute("UPDATE contents SET used = ?", (moment,))
    site.build()
    assert "Whatnot text." in site.page("")
    assert site.output() == clean(site, tmp_path / "clean")


def meanwhile(action: Callable[[], object]) -> driver.Watcher:
    """Return a watcher that does something once, when the first page is begun."""
    done: list[object] = []

    def watch(progress: driver.Progress) -> None:
        if not done:
            done.append(action())

    return watch


@pytest.mark.parametrize("back", [False, True])
def test_a_file_that_changes_while_it_is_read(site: Site, tmp_path: Path, back: bool) -> None:
    """The next build is right, also where the file is as before by then."""
    site.build(progress=meanwhile(lambda: site.change(NEW)))
    if back:
        site.change(OLD)
    expected = clean(site, tmp_path / "clean")
    site.build()
    assert site.output() == expected
    shutil.rmtree(site.root / "site")
    site.build()
    assert site.output() == expected


def test_a_language_that_vanishes_during_the_build(site: Site, tmp_path: Path) -> None:
    """The build is right or fails with the old site in place; the next is right."""
    site.build()
    before = site.output()
    site.change({HOME: NEW[HOME]})
    try:
        site.build(progress=meanwhile(lambda: shutil.rmtree(site.root / "docs/es")))
    except DocsError as error:
        assert "es" in str(error)
        assert site.output() == before
    site.build()
    assert site.output() == clean(site, tmp_path / "clean")


def test_two_builds_and_a_server_at_once(site: Site) -> None:
    """Whoever asks gets a page of one build or of the other, whole, at any time."""
    pages = set()
    for files in (NEW, OLD):
        site.change(files).build()
        pages.add(site.page("").encode())
    handler = partial(SiteHandler, directory=str(site.root / "site"), codes=("en", "es", "fa"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site.change(NEW)
        builds = [start_build(site), start_build(site)]
        answers = set()
        while any(build.poll() is None for build in builds):
            connection = http.client.HTTPConnection(*server.server_address[:2])
            connection.request("GET", "/")
            response = connection.getresponse()
            answers.add((response.status, response.read()))
        server.shutdown()
    assert [build.returncode for build in builds] == [0, 0]
    assert answers <= {(200, page) for page in pages}
    assert "Another text." in site.page("fa")


def test_ten_thousand_files_touched_at_once(site: Site) -> None:
    """They are read again, and no page is made."""
    site.change({f"docs_src/many/file{number:05}.py": "" for number in range(10_000)})
    site.build()
    before = site.output()
    for path in (site.root / "docs_src/many").iterdir():
        path.touch()
    times = [result.times for result in site.build().languages if result.times]
    assert len(times) == 3
    assert not any(page.made for found in times for page in found.pages.values())
    assert site.output() == before
