"""Pages made by several processes first: the site is what one process makes of them."""

from __future__ import annotations

import logging
import multiprocessing
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.structure.pages import Page
from pygments.formatters.html import HtmlFormatter
from pymdownx.highlight import Highlight  # type: ignore[import-untyped]
from rich.console import Console

from scripts.commands import progress
from scripts.docsite.errors import DocsError
from scripts.engine.builds import companions, writing
from scripts.engine.markdown import highlighting
from scripts.engine.store.digests import digest
from scripts.engine.store.results import Store
from tests.engine.conftest import NAV, Site, configuration

Make = Callable[[Mapping[str, str | bytes | None]], Site]

CODE = {
    "huts/__init__.py": "from huts._alpine import Alpenrose, Dome\n",
    "huts/_alpine.py": "class Alpenrose:\n    '''Twelve beds.'''\n\n    beds = 12\n"
    "    '''How many.'''\n\n\nclass Dome(Alpenrose):\n    '''Like the Alpenrose.'''\n",
    "docs/en/reference/a.md": "# A { #a }\n\n::: huts.Dome\n    options:\n"
    "      members: true\n      inherited_members: true\n",
    "docs/en/reference/b.md": "# B { #b }\n\n::: huts.Alpenrose\n",
    "docs/en/reference/c.md": "# C { #c }\n\n::: huts\n",
}


def config() -> str:
    """Return a configuration with pages that show objects."""
    pages: list[object] = ["reference/a.md", "reference/b.md", "reference/c.md"]
    data = yaml.safe_load(configuration([*NAV, *pages]))
    data["plugins"].insert(0, {"mkdocstrings": {"handlers": {"python": {"paths": ["."]}}}})
    return yaml.safe_dump(data, sort_keys=False)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let companions be called for few pages."""
    monkeypatch.setattr(companions, "ENOUGH", 1)


@pytest.fixture
def coded(make_site: Make) -> Site:
    """Return a site that shows objects of code, which go by several names."""
    return make_site({**CODE, "mkdocs.yml": config()})


@pytest.mark.usefixtures("few")
def test_the_site_is_that_of_one_process(coded: Site) -> None:
    """Names of objects follow from the pages before: all of these are made by one of them."""
    report = coded.build(use_cache=False)
    times = report.languages[0].times
    assert times is not None
    assert all(page.made and page.markdown and page.theme for page in times.pages.values())
    made = coded.output()
    coded.mkdocs("build")
    assert coded.output() == made


def test_a_page_that_shows_objects_is_made_with_its_like(coded: Site) -> None:
    """Alone, its objects would go by other names."""
    coded.build()
    page = "docs/en/reference/b.md"
    coded.change({page: "# B { #b }\n\n::: huts.Alpenrose\n\nMore.\n"})
    times = coded.build().languages[0].times
    assert times is not None
    again = {path for path, page_time in times.pages.items() if page_time.markdown}
    assert again == {"reference/a.md", "reference/b.md", "reference/c.md"}
    made = coded.output()
    coded.build(use_cache=False)
    assert coded.output() == made


@pytest.mark.usefixtures("few")
def test_what_is_wrong_is_told_as_ever(site: Site) -> None:
    """Warnings once, in the order of the pages; an error as that of its page."""
    site.change(
        {"docs/en/huts/alpenrose.md": "# Alpenrose { #beds }\n\n[x](gone.md) [y](lost.md)\n"}
    )
    told = site.build(use_cache=False, strict=False).warnings
    assert [text.split("'")[1] for text in told if text.startswith("all languages: ")] == [
        "gone.md",
        "lost.md",
    ]
    site.change({"docs/en/reference/api.md": "{* ../../docs_src/nothing.py *}\n"})
    with pytest.raises(DocsError, match=r"api\.md:1"):
        site.build(use_cache=False)


def _is_companion() -> bool:
    return multiprocessing.current_process().name.startswith("companion")


@pytest.fixture
def written(site: Site, monkeypatch: pytest.MonkeyPatch) -> Callable[[], set[str]]:
    """Give the English pages that were not written by companions; one of them logs something."""
    log, write = site.root / "log", writing._build_page

    def noted(page: Page, *rest: Any) -> None:
        if not _is_companion():
            with log.open("a") as file:
                file.write(f"{page.file.src_uri}\n")
        write(page, *rest)
        if "loud" in page.meta:
            logging.getLogger("mkdocs.plugins").warning("too loud")

    monkeypatch.setattr(writing, "_build_page", noted)
    return lambda: set(log.read_text().split()) if log.exists() else set()


@pytest.mark.usefixtures("few")
def test_companions_write_pages(
    site: Site, written: Callable[[], set[str]], capfd: pytest.CaptureFixture[str]
) -> None:
    """And tell nothing of what they do; a language is begun once."""
    console = Console(stderr=True, force_terminal=False)
    with progress.shown(console) as tell:
        site.build(codes=["en"], progress=tell)
    assert written() == set()
    assert capfd.readouterr().err.count("en: ") == 2
    found = site.output()
    site.mkdocs("build", "-q")
    assert found == {path: site.output()[path] for path in found}


@pytest.mark.usefixtures("few")
def test_what_is_told_of_a_page_is_told_by_who_builds(
    site: Site, written: Callable[[], set[str]]
) -> None:
    """Once, as the page is written again."""
    site.change({"docs/en/huts/alpenrose.md": "---\nloud: true\n---\n# Hut { #beds }\n"})
    report = site.build(codes=["en"], strict=False)
    assert report.warnings == ("en: too loud",)
    assert "huts/alpenrose.md" in written()


@pytest.mark.parametrize("count", [1, 2, 3])
def test_each_page_is_made_once(tmp_path: Path, count: int) -> None:
    """Those in order by one process, in their order."""
    store, log = Store(None), tmp_path / "log"

    def make(path: str) -> None:
        with log.open("a") as file:
            file.write(f"{path} {os.getpid()}\n")
        store.put(digest([path]), path.encode())

    in_order, others = [f"in order {n}" for n in range(20)], [f"other {n}" for n in range(60)]
    made = companions.make_all(in_order, others, make, store, count)
    assert sorted(made) == sorted([*in_order, *others])
    assert [store.get(digest([path])) for path in others] == [path.encode() for path in others]
    lines = [line.rpartition(" ") for line in log.read_text().splitlines()]
    assert sorted(path for path, *_ in lines) == sorted(made)
    assert [path for path, *_ in lines if path.startswith("in")] == in_order
    assert len({pid for path, _, pid in lines if path.startswith("in")}) == 1


def test_code_blocks_are_highlighted_for_who_comes_after(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another language, whose pages show the same."""
    monkeypatch.setattr(highlighting, "_known", {})
    code = ["beds = 1", "beds = 2", "beds = 3"]

    def make(path: str) -> None:
        Highlight(None).highlight(path, "python")

    with highlighting.remembered():
        make("beds = 0")
        companions.make_all((), code, make, Store(None), 2)
        monkeypatch.setattr(HtmlFormatter, "format", _fail)
        for text in ("beds = 0", *code):
            make(text)
        with pytest.raises(AssertionError):
            make("beds = 4")


def _fail(*_: object) -> None:
    raise AssertionError("highlighted again")


@pytest.mark.parametrize("end", [lambda: os._exit(9), lambda: 1 / 0])
def test_a_companion_that_ends_early_takes_nothing_with_it(end: Callable[[], None]) -> None:
    """What it does not hand over is made by who builds."""
    store = Store(None)

    def make(path: str) -> None:
        if path == "bad" and _is_companion():
            end()
        store.put(digest([path]), b"made")

    made = companions.make_all(["bad", "after"], ["good"], make, store, 1)
    assert "bad" not in made
    assert store.get(digest(["bad"])) is None
    assert companions.make_all([], ["good"], make, store, 1).keys() == {"good"}
    assert store.get(digest(["good"])) == b"made"


def test_nothing_of_a_page_that_fails_is_handed_over() -> None:
    """Only what it has in common with one that was made; that has its result."""
    store = Store(None)

    def make(path: str) -> None:
        store.put(digest([path]), b"begun")
        if path == "bad":
            raise ValueError(path)

    made = companions.make_all(["good", "bad"], ["other"], make, store, 1)
    assert made.keys() == {"good", "other"}
    assert [store.get(digest([path])) for path in ("good", "bad", "other")] == [
        b"begun",
        None,
        b"begun",
    ]
