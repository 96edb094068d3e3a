"""The built site, as a browser shows it: languages, notices, menu, search, terminals."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from scripts.docsite import languages
from tests.site.conftest import Opener

pytestmark = [pytest.mark.site, pytest.mark.browser]

PREFIXES = {"en": "", "es": "es/", "ja": "ja/", "fa": "fa/"}
DIRECTIONS = {"en": "ltr", "es": "ltr", "ja": "ltr", "fa": "rtl"}
OTHERS = [code for code in PREFIXES if code != "en"]


def _untranslated() -> str:
    """Return the address of a chapter that is in none of the languages above."""
    docs = Path(__file__).parents[2] / "docs"
    names = sorted(path.stem for path in (docs / "en/advanced").glob("*-*.md"))
    return next(
        f"advanced/{name}/"
        for name in names
        if not any((docs / code / f"advanced/{name}.md").is_file() for code in OTHERS)
    )


TRANSLATED = "tutorial/first-steps/"
UNTRANSLATED = _untranslated()
SHARED = "management/"
REFERENCE = "reference/fastapi/"
PATHS = (
    *("", TRANSLATED, UNTRANSLATED, SHARED, "404.html"),
    *("features/", REFERENCE, "fastapi-people/"),
)


def _address(page: Page) -> str:
    return urlsplit(page.url).path.lstrip("/")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (path, code)
        for path in PATHS
        for code in PREFIXES
        if path != REFERENCE or code in ("en", "fa")  # the longest page, once in each direction
    ],
)
def test_nothing_goes_wrong(visiting: Opener, path: str, code: str) -> None:
    """The language and direction of a page are told; all is well from its top to its end.

    There is no error, no missing file and no other host, and as narrow as on a telephone the page
    does not scroll sideways.
    """
    with visiting() as visit:
        page = visit.open(PREFIXES[code] + path)
        assert page.locator("html").get_attribute("lang") == code
        direction = page.locator("body").evaluate("body => getComputedStyle(body).direction")
        assert direction == DIRECTIONS[code]
        page.keyboard.press("End")
        page.wait_for_load_state("networkidle")
        footer = page.locator("footer.md-footer")
        footer.scroll_into_view_if_needed()  # a long page may have grown meanwhile
        expect(footer).to_be_in_viewport()
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("code", PREFIXES)
def test_the_language_menu_keeps_the_page(visiting: Opener, code: str) -> None:
    """From any language, every language of the menu leads to the same page."""
    with visiting() as visit:
        page = visit.open(PREFIXES[code] + TRANSLATED)
        for other, prefix in PREFIXES.items():
            link = page.locator(f"a.md-select__link[data-language={other}]")
            target = urlsplit(link.evaluate("link => link.href")).path
            assert target == f"/{prefix}{TRANSLATED}"
        next_code = OTHERS[-1] if code != OTHERS[-1] else "es"
        page.locator(".md-select button").focus()
        page.locator(f"a.md-select__link[data-language={next_code}]").click()
        page.wait_for_url(f"**/{PREFIXES[next_code]}{TRANSLATED}*")


@pytest.mark.parametrize("code", OTHERS)
def test_a_page_that_is_not_translated_says_so(visiting: Opener, root: Path, code: str) -> None:
    """The notice is in the reader's language, the body is marked as English, nobody indexes it."""
    with visiting() as visit:
        page = visit.open(PREFIXES[code] + UNTRANSLATED)
        notice = page.locator("article .docsite-notice").first
        expect(notice).to_contain_text(languages.messages(root, code)["page_untranslated"])
        body = page.locator("article > .docsite-body")
        assert (body.get_attribute("lang"), body.get_attribute("dir")) == ("en", "ltr")
        head = page.locator("head")
        assert head.locator("meta[name=robots]").get_attribute("content") == "noindex"
        canonical = head.locator("link[rel=canonical]").get_attribute("href") or ""
        assert urlsplit(canonical).path.endswith(f"/{UNTRANSLATED}")
        assert f"/{code}/" not in canonical


@pytest.mark.parametrize("code", OTHERS)
def test_a_shared_page_needs_no_notice(visiting: Opener, code: str) -> None:
    """A page that is never translated is shown in English, marked so, without a notice."""
    with visiting() as visit:
        page = visit.open(PREFIXES[code] + SHARED)
        assert page.locator("article > .docsite-body").get_attribute("lang") == "en"
        expect(page.locator("article .docsite-notice")).to_have_count(0)


@pytest.mark.parametrize("code", OTHERS)
def test_a_translated_page_is_in_its_language(visiting: Opener, code: str) -> None:
    """A translation is not English, names its English version, and is one of the alternates."""
    with visiting() as visit:
        english = visit.open(TRANSLATED).locator("article h1").inner_text()
        page = visit.open(PREFIXES[code] + TRANSLATED)
        assert page.locator("article h1").inner_text() != english
        expect(page.locator("article > .docsite-body")).to_have_count(0)
        link = page.locator("footer a[hreflang=en]")
        assert urlsplit(link.evaluate("link => link.href")).path == f"/{TRANSLATED}"
        script = "links => links.map(link => [link.relList.contains('alternate'), link.hreflang])"
        told = page.locator("head link[hreflang]").evaluate_all(script)
        assert {tag for is_alternate, tag in told if is_alternate} >= {"en", code, "x-default"}


@pytest.mark.parametrize("code", PREFIXES)
def test_search_finds_pages_of_the_language(visiting: Opener, code: str) -> None:
    """The title of a page, typed into the search, finds that page in the reader's language."""
    with visiting() as visit:
        page = visit.open(PREFIXES[code] + TRANSLATED)
        title = page.locator("article h1").evaluate("heading => heading.firstChild.textContent")
        visit.open(PREFIXES[code])
        field = page.locator("form[name=search] input")
        field.fill(title.strip())
        field.press("End")  # Material's search listens to keys
        results = page.locator(".md-search-result__item a.md-search-result__link")
        expect(results.first).to_be_visible(timeout=20_000)
        paths = results.evaluate_all("links => links.map(link => new URL(link.href).pathname)")
        assert f"/{PREFIXES[code]}{TRANSLATED}" in paths
        assert [path for path in paths if not path.startswith(f"/{PREFIXES[code]}")] == []


def test_search_results_in_english_say_so(visiting: Opener, root: Path) -> None:
    """Among those of another language, and are read in their direction; what they lack of the
    words is told in the reader's language.
    """
    with visiting() as visit:
        page = visit.open("fa/")
        field = page.locator("form[name=search] input")
        field.fill("FastAPI نصب")
        field.press("End")
        english = page.locator(".md-search-result__article[lang=en]")
        expect(english.first).to_be_visible(timeout=20_000)
        script = "links => links.map(link => [new URL(link.href).pathname, link.firstChild.lang])"
        told = page.locator(".md-search-result__link").evaluate_all(script)
        ours = {path for path, language in told if not language}
        assert ours
        assert all(_is_translated(root, path) for path in ours)
        assert not any(_is_translated(root, path) for path, language in told if language)
        missing = english.locator(".md-search-result__terms")
        assert {*missing.evaluate_all("all => all.map(one => one.lang)")} == {"fa"}
        script = "all => all.map(one => getComputedStyle(one).unicodeBidi)"
        assert {*english.locator("p").evaluate_all(script)} == {"plaintext"}


def _is_translated(root: Path, path: str) -> bool:
    page = root / "docs" / path.strip("/")
    return (page / "index.md").is_file() or page.with_name(f"{page.name}.md").is_file()


@pytest.mark.parametrize("code", PREFIXES)
def test_the_first_tab_skips_to_the_content(visiting: Opener, code: str) -> None:
    """The first thing the keyboard reaches is a visible link past the navigation."""
    with visiting() as visit:
        page = visit.open(PREFIXES[code] + TRANSLATED)
        page.keyboard.press("Tab")
        skip = page.locator("a.md-skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        heading = page.locator("article h1")
        page.wait_for_url(f"**#{heading.get_attribute('id')}")
        expect(heading).to_be_in_viewport()


@pytest.mark.parametrize("code", PREFIXES)
def test_an_abbreviation_is_explained_without_a_mouse(visiting: Opener, code: str) -> None:
    """The first of each can be reached by the Tab key; Escape hides the explanation again."""
    with visiting() as visit:
        page = visit.open(PREFIXES[code])
        words = page.locator("article abbr[aria-description]")
        meanings = words.evaluate_all("words => words.map(word => word.ariaDescription)")
        stops = page.locator("article abbr[tabindex='0']")
        assert stops.count() == len({*meanings}) < len(meanings)
        stops.first.focus()
        shown = page.locator(".md-tooltip2--active")
        expect(shown).to_have_text(meanings[0])
        page.keyboard.press("Escape")
        expect(shown).to_have_count(0)


@pytest.mark.parametrize("code", PREFIXES)
def test_terminals_play_to_their_end(visiting: Opener, code: str) -> None:
    """A terminal starts when it is scrolled to, and ends with all of its text shown."""
    with visiting() as visit:
        page = visit.open(PREFIXES[code] + TRANSLATED)
        terminal = page.locator(".language-console.highlight:visible").first
        terminal.scroll_into_view_if_needed()
        expect(terminal).to_have_attribute("data-terminal", re.compile("playing|done"))
        expect(terminal).to_have_attribute("data-terminal", "done", timeout=60_000)
        expect(terminal.locator(".terminal-line:not([data-shown])")).to_have_count(0)
        direction = terminal.evaluate("block => getComputedStyle(block).direction")
        assert direction == "ltr"
