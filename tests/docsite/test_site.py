"""What each page shows in each language, and where its readers can go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from scripts.docsite import site as site_room
from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey
from scripts.docsite.site import Site, SitemapEntry, State
from tests.support import Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]
BASE = "https://guide.example/"
FILES = {
    "docs/en/a.md": "# A { #a }\n",
    "docs/en/b.md": "# B { #b }\n",
    "docs/en/reference/r.md": "# R { #r }\n",
    "docs/en/img/a.svg": "<svg/>",
    "docs/en/.nojekyll": "",
    "docs/es/a.md": "# La A { #a }\n",
    "docs/es/reference/r.md": "# La R { #r }\n",
    "docs/es/img/es.svg": "<svg/>",
}


@dataclass(frozen=True)
class Source:
    """A file of a build."""

    abs_src_path: str | None


@pytest.fixture
def sites(make_project: Make) -> Callable[[str], Site]:
    """Return a function that gives the site in a language."""
    root = make_project(FILES).root
    return lambda code: site_room.load(root, code, BASE.rstrip("/"))


@pytest.mark.parametrize(
    ("code", "key", "state", "shown"),
    [
        ("en", "a.md", State.ORIGINAL, "docs/en/a.md"),
        ("en", "reference/r.md", State.ORIGINAL, "docs/en/reference/r.md"),
        ("es", "a.md", State.TRANSLATED, "docs/es/a.md"),
        ("es", "b.md", State.UNTRANSLATED, "docs/en/b.md"),
        ("es", "reference/r.md", State.SHARED, "docs/en/reference/r.md"),
        ("fa", "a.md", State.UNTRANSLATED, "docs/en/a.md"),
    ],
)
def test_state_and_source_of_a_page(
    sites: Callable[[str], Site], code: str, key: str, state: State, shown: str
) -> None:
    """A translation is shown where there is one, unless the page is never translated."""
    site = sites(code)
    source = site.source(PageKey(key))
    assert source and (site.state(PageKey(key)), source.path) == (state, shown)


def test_a_page_that_no_language_has(sites: Callable[[str], Site]) -> None:
    """There is no source, and so no title."""
    assert sites("es").source(PageKey("gone.md")) is None
    assert sites("es").section_title(PageKey("gone.md")) is None


def test_missing_files_are_taken_from_english(sites: Callable[[str], Site]) -> None:
    """Pages and assets; a page that is never translated is English even where it has its own."""
    missing = ["index.md", "b.md", "img/a.svg", "reference/r.md"]
    assert sites("es").missing_files() == missing
    assert sites("en").missing_files() == []


def test_missing_files_come_in_the_order_of_mkdocs(sites: Callable[[str], Site]) -> None:
    """Pages that show objects of the code are the same in each language only in one order."""
    site = sites("es")
    for path in (
        "reference/a/index.md",
        "reference/z.md",
        "reference/a/b.md",
        "reference/index.md",
        "reference/a/index",
        "reference/a/a.txt",
    ):
        page = site.english_folder / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.touch()
    config = MkDocsConfig()
    config.load_dict({"site_name": "Guide", "docs_dir": str(site.english_folder)})
    config.validate()
    shown = [path for path in site.missing_files() if path.startswith("reference/")]
    assert shown == [path for path in get_files(config).src_uris if path in shown]
    assert len(shown) == 7


def test_section_titles_are_those_of_the_language(sites: Callable[[str], Site]) -> None:
    """A section is named by the page that readers get."""
    titles = [sites(code).section_title(PageKey("a.md")) for code in ("en", "es", "fa")]
    assert titles == ["A", "La A", "A"]


def test_a_translated_page_is_found_in_its_languages(sites: Callable[[str], Site]) -> None:
    """It names each real translation with its tag, itself and the default among them."""
    view = sites("es").view(PageKey("a.md"), "a/", root_url="../../")
    assert (view.body_lang, view.body_dir, view.noindex) == ("es", "ltr", False)
    assert view.canonical == f"{BASE}es/a/"
    assert view.alternates == (
        ("en", f"{BASE}a/"),
        ("es", f"{BASE}es/a/"),
        ("x-default", f"{BASE}a/"),
    )
    assert [(choice.code, choice.url, choice.translated) for choice in view.languages] == [
        ("en", "../../a/", True),
        ("es", "../../es/a/", True),
        ("fa", "../../fa/a/", False),
    ]
    assert [choice.code for choice in view.languages if choice.current] == ["es"]
    assert view.english_url == "../../a/"


def test_an_untranslated_page_is_marked_as_english(sites: Callable[[str], Site]) -> None:
    """Its body is English and left to right, and search engines are sent to the original."""
    view = sites("fa").view(PageKey("b.md"), "b/", root_url="../../")
    assert view.language.direction == "rtl"
    assert (view.body_lang, view.body_dir, view.noindex) == ("en", "ltr", True)
    assert view.canonical == f"{BASE}b/"
    assert view.alternates == (("en", f"{BASE}b/"), ("x-default", f"{BASE}b/"))


def test_a_page_never_translated_has_no_alternates(sites: Callable[[str], Site]) -> None:
    """Every language counts as having it: the menu marks none as missing."""
    view = sites("es").view(PageKey("reference/r.md"), "reference/r/", root_url="../../../")
    assert view.alternates == ()
    assert all(choice.translated for choice in view.languages)


def test_the_home_page_links_to_itself(sites: Callable[[str], Site]) -> None:
    """An address is never empty: that would be the page with its query and anchor."""
    view = sites("en").view(PageKey("index.md"), "", root_url="")
    assert [choice.url for choice in view.languages] == ["./", "es/", "fa/"]
    assert view.english_url == "./"


def test_the_sitemap_lists_own_pages_alone(sites: Callable[[str], Site]) -> None:
    """Fallbacks and pages that are never translated are listed in English."""
    pages = {PageKey(key): key.replace(".md", "/") for key in ("b.md", "a.md", "reference/r.md")}
    spanish = sites("es").sitemap(pages)
    assert [entry.url for entry in spanish] == [f"{BASE}es/a/"]
    english = sites("en").sitemap(pages)
    assert [entry.url for entry in english] == [f"{BASE}{url}" for url in sorted(pages.values())]
    assert english[2] == SitemapEntry(f"{BASE}reference/r/", ())


def test_files_know_their_language(sites: Callable[[str], Site], tmp_path: Path) -> None:
    """Of a file that a fallback brings in, the path, folder and words are those of English."""
    site = sites("es")
    english = Source(str(site.root / "docs/en/b.md"))
    outside = Source(str(tmp_path / "other.md"))
    assert site.source_path(english) == "docs/en/b.md"
    assert site.source_path(outside) == (tmp_path / "other.md").as_posix()
    assert site.source_path(Source(None)) == "(generated)"
    assert site.language_folder(english) == site.english_folder
    assert site.language_folder(outside) == site.language_folder(Source(None)) == site.folder
    assert site.folder == site.root / "docs/es"


def test_words_are_those_of_the_file_that_is_shown(make_project: Make) -> None:
    """An English page that stands in for a translation keeps its English labels."""
    words = {"data/messages/en.yml": "a: A\n", "data/messages/es.yml": "a: La A\n"}
    site = site_room.load(make_project({**FILES, **words}).root, "es", BASE)
    labels = [site.labels(Source(str(site.root / f"docs/{code}/a.md"))) for code in ("en", "es")]
    assert [dict(found) for found in labels] == [{"a": "A"}, {"a": "La A"}]


def test_an_unknown_language_is_refused(make_project: Make) -> None:
    """The error names the known ones."""
    with pytest.raises(DocsError, match="known are en, es, fa"):
        site_room.load(make_project({}).root, "xx", BASE)


MARKED = "---\ntitle: B\ntranslate: true\n---\n\n# B { #b }\n\n<!-- translate -->\n\nEnglish.\n"


@pytest.fixture
def begun(make_project: Make) -> Callable[[str], Site]:
    """Return the sites of a project in which a Spanish page was put in place to be translated."""
    english = MARKED.replace("translate: true\n", "").replace("<!-- translate -->\n\n", "")
    root = make_project({**FILES, "docs/en/b.md": english, "docs/es/b.md": MARKED}).root
    return lambda code: site_room.load(root, code, BASE.rstrip("/"))


def test_a_page_of_which_nothing_is_translated_yet_is_untranslated(
    begun: Callable[[str], Site],
) -> None:
    """Readers and search engines get what they had before it was put in place."""
    site, key = begun("es"), PageKey("b.md")
    source = site.source(key)
    assert source and (site.state(key), source.path) == (State.UNTRANSLATED, "docs/en/b.md")
    assert "b.md" in site.missing_files()
    assert "a.md" not in site.missing_files()
    view = site.view(key, "b/", root_url="../../")
    assert (view.noindex, view.body_lang, view.canonical) == (True, "en", f"{BASE}b/")
    assert "es" not in dict(view.alternates)
    assert [entry.url for entry in site.sitemap({key: "b/"})] == []


def test_a_page_of_which_a_section_is_translated_is_a_translation(
    begun: Callable[[str], Site],
) -> None:
    """The rest of it comes in English, under a notice."""
    site, key = begun("es"), PageKey("b.md")
    path = site.root / "docs/es/b.md"
    path.write_text(MARKED.replace("<!-- translate -->\n\nEnglish.", "Español."), encoding="utf-8")
    site = begun("es")
    assert site.state(key) is State.TRANSLATED
    assert "b.md" not in site.missing_files()
    path.write_text("---\ntranslate: [\n---\n", encoding="utf-8")
    assert begun("es").state(key) is State.TRANSLATED  # what is wrong with it is told elsewhere
    path.write_bytes(b"\xff")
    assert begun("es").state(key) is State.TRANSLATED
