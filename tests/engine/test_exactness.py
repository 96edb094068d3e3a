"""Incremental equals clean: whatever is edited, in whatever order.

`DOCSITE_EXACTNESS_EXAMPLES` sets how many histories are tried (`make test-long` tries many).
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from scripts.docsite import data_pages
from scripts.engine.builds import companions, writing
from tests.engine.conftest import Site
from tests.engine.edits import EDITS, RARE_EDITS, edit, make_history
from tests.support import REPOSITORY

EXAMPLES = int(os.environ.get("DOCSITE_EXACTNESS_EXAMPLES", "2"))


def plain(site: Site) -> tuple[dict[str, bytes], list[str]]:
    """Return the files and warnings of stock MkDocs without the engine, language by language."""
    config = yaml.safe_load((site.root / "mkdocs.yml").read_text())
    config["plugins"] = [name for name in config["plugins"] if name != "docsite"]
    stock = site.root / "stock.yml"
    stock.write_text(yaml.safe_dump(config, sort_keys=False))
    warnings = []
    for code in site.project.tree.languages.codes:
        (site.root / "docs" / code).mkdir(exist_ok=True)
        target = site.root / "stock" / ("" if code == "en" else code)
        loaded = load_config(
            config_file=str(stock), docs_dir=str(site.root / "docs" / code), site_dir=str(target)
        )
        with warned() as texts:
            mkdocs_build(loaded)
        warnings += [f"{code}: {text}" for text in texts]
    files = site.output("stock")
    shutil.rmtree(site.root / "stock")
    stock.unlink()
    return files, sorted(warnings)


@contextmanager
def warned() -> Iterator[list[str]]:
    """Collect the warnings that MkDocs gives meanwhile."""
    texts: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: texts.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        yield texts
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.sampled_from(EDITS + RARE_EDITS), min_size=2, max_size=4),
    st.integers(0, 10**6),
    st.sampled_from([2, companions.ENOUGH]),
    st.sampled_from([1, writing.MANY]),
)
def test_incremental_builds_equal_stock_mkdocs(
    kinds: list[str], seed: int, enough: int, many: int
) -> None:
    """After each edit, site and warnings are what stock MkDocs makes of the same sources.

    With `enough` pages to make, several processes make them, and `many` share what is alike.
    """
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(companions, "ENOUGH", enough)
        patch.setattr(writing, "MANY", many)
        site = make_history(Path(name) / "site")
        site.build()
        for step, kind in enumerate(kinds):
            edit(site, kind, seed + step)
            report = site.build()
            files, warnings = plain(site)
            assert site.output() == files, kind
            told = [f"{r.language}: {text}" for r in report.languages for text in r.warnings]
            assert sorted(told) == warnings, kind
        shutil.rmtree(site.root / "site")
        site.build()
        assert site.output() == files, "from the cache, into an empty folder"


def test_pages_show_the_navigation_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever becomes of it: in what else there is on a page nothing changes, as far as known."""
    monkeypatch.setattr(writing, "MANY", 1)
    site = make_history(tmp_path / "site")
    site.build()
    config = yaml.safe_load((site.root / "mkdocs.yml").read_text())
    signs = config["nav"][-1]["Signs"]
    closed = {"Huts": ["huts/index.md", "huts/alpenrose.md", "new.md"]}
    title = "# {} {{ #huts }}\n\nAll huts. See [Alpenrose](alpenrose.md#beds).\n"
    changes: list[Callable[[], dict[str, str]]] = [
        lambda: {"docs/en/huts/index.md": title.format("Cabins")},
        lambda: {"docs/en/new.md": "# New { #new }\n", "mkdocs.yml": added("new.md")},
        lambda: {"docs/en/huts/index.md": title.format("Huts `&` <b>cabins</b>")},
        lambda: {"mkdocs.yml": added({"Deeper": [{"More": ["huts/index.md"]}]})},
        lambda: {"mkdocs.yml": with_nav([*config["nav"][:-1], {"Marks": signs}])},
        lambda: {"mkdocs.yml": with_nav(config["nav"][::-1])},
        lambda: {"mkdocs.yml": with_nav([config["nav"][0], closed, *config["nav"][2:]])},
        lambda: {"mkdocs.yml": with_nav(config["nav"])},
    ]

    def with_nav(nav: list[object]) -> str:
        return yaml.safe_dump(config | {"nav": nav})

    def added(entry: object) -> str:
        return with_nav([*config["nav"], entry])

    for change in changes:
        site.change(dict(change())).build()
        assert site.output() == plain(site)[0]


def test_nothing_is_built_when_nothing_changed(site: Site) -> None:
    """The second build reuses every language and leaves the files alone."""
    site.build()
    stamps = {path: path.stat().st_ino for path in (site.root / "site").rglob("*")}
    report = site.build()
    assert all(result.reused for result in report.languages)
    assert {path: path.stat().st_ino for path in (site.root / "site").rglob("*")} == stamps


def test_an_edit_of_a_translation_builds_its_language_alone(site: Site) -> None:
    """What no other language shows is no reason to build it."""
    site.build()
    edit(site, "spanish text", 7)
    built = {result.language for result in site.build().languages if not result.reused}
    assert built == {"es"}


def test_what_is_computed_from_all_languages_is_kept_true(site: Site) -> None:
    """A page that counts translations follows an edit of any of them, in every language."""
    table = "{% for row in translation_status %}{{ row }}{% endfor %}"
    page = f"---\ndata: [translation_status]\n---\n\n# API {{ #api }}\n\n{table}\n"
    site.change({"docs/en/reference/api.md": page}).build()
    site.change({"docs/es/huts/index.md": "# Refugios { #huts }\n\n## Otro { #new }\n"}).build()
    assert site.output() == plain(site)[0]


def test_a_build_without_the_cache_trusts_no_memo(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of translations, whose answers are kept beside it."""
    table = "{% for row in translation_status %}{{ row }}{% endfor %}"
    page = f"---\ndata: [translation_status]\n---\n\n# API {{ #api }}\n\n{table}\n"
    lie = {name: lambda root: ["a lie"] for name in data_pages.COMPUTED}
    monkeypatch.setattr(data_pages, "REMEMBERED", lie)
    site.change({"docs/en/reference/api.md": page}).build(use_cache=False)
    assert site.output() == plain(site)[0]
    site.change({"docs/es/huts/index.md": "# Cabañas { #huts }\n\nTexto.\n"}).build()
    assert "a lie" in site.page("reference/api")


def test_abbreviations_follow_the_file_of_their_language(site: Site) -> None:
    """Also when a language gets one; the pages of the others stay as they are."""
    config = yaml.safe_load((site.root / "mkdocs.yml").read_text())
    config["hooks"].append(str(REPOSITORY / "scripts/hooks/abbreviations.py"))
    config["markdown_extensions"].append("abbr")
    english = {"data/abbreviations/en.yml": "Alpenrose: a hut\n"}
    site.change({"mkdocs.yml": yaml.safe_dump(config, sort_keys=False)} | english).build()
    own, other = "es/huts", "es/huts/alpenrose"
    assert ['title="a hut"' in site.page(page) for page in ("huts", own, other)] == [True] * 3
    for code, told, shown in (
        ("es", "un refugio", [False, True, False]),
        ("es", "otro refugio", [False, True, False]),
        ("en", "another", [True, False, True]),
    ):
        site.change({f"data/abbreviations/{code}.yml": f"Alpenrose: {told}\n"}).build()
        assert [f'title="{told}"' in site.page(page) for page in ("huts", own, other)] == shown
        assert site.output() == plain(site)[0]


def test_names_follow_the_reference_and_their_exceptions(site: Site) -> None:
    """A page that names an object is another one as soon as the object is documented, or not."""
    home, link = "# Home { #home }\n\nUse `fastapi.Query`.\n", 'href="reference/api/#fastapi.Query"'
    exception = "exceptions:\n- {name: fastapi.Query, at: [index.md], reason: A test.}\n"
    site.change({"docs/en/index.md": home}).build()
    for files, is_link in (
        ({"docs/en/reference/api.md": "# API { #api }\n\n::: fastapi.Query\n"}, True),
        ({"data/names.yml": exception}, False),
        ({"data/names.yml": None}, True),
    ):
        site.change(files).build()
        assert (link in site.page("")) is is_link
        assert site.output() == plain(site)[0]


def test_a_site_that_somebody_touched_is_made_anew(site: Site) -> None:
    """A file of the output that was changed or removed comes back."""
    site.build()
    expected = site.output()
    (site.root / "site/es/index.html").write_text("changed")
    (site.root / "site/404.html").unlink()
    site.build()
    assert site.output() == expected


def test_a_file_restored_with_an_old_date_is_seen(site: Site) -> None:
    """Neither size nor date need differ for a change to be noticed."""
    site.build()
    page = site.root / "docs/es/index.md"
    stat = page.stat()
    text = page.read_text()
    page.write_text(text.replace("Inicio", "Inicia"))
    os.utime(page, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    site.build()
    assert "Inicia" in site.page("es")
