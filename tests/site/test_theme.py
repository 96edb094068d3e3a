"""The theme on a small site: terminals, diagrams, languages, directions, instant navigation."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.conftest import Opener

pytestmark = pytest.mark.browser

COMMANDS = """\
uv add "fastapi[standard]"
fastapi dev
curl http://127.0.0.1:8000/huts \\
    --data '{"name": "Alpenrose"}'"""
PHONE = {"viewport": {"width": 390, "height": 844}}


def _terminal(page: Page) -> Locator:
    return page.locator(".language-console.highlight").first


def _opacities(terminal: Locator) -> set[str]:
    lines = terminal.locator("code > span[id]")
    return set(lines.evaluate_all("lines => lines.map(line => getComputedStyle(line).opacity)"))


def test_a_terminal_plays_when_it_is_seen(trying: Opener) -> None:
    """It waits below the fold, types when scrolled to, ends by itself and keeps its height."""
    with trying(viewport={"width": 1000, "height": 300}) as visit:
        page = visit.open("learn/blocks/")
        terminal = _terminal(page)
        expect(terminal).to_have_attribute("data-terminal", "waiting")
        assert _opacities(terminal) == {"0"}
        height = terminal.bounding_box()
        terminal.scroll_into_view_if_needed()
        page.locator("#terminals").evaluate("heading => heading.scrollIntoView()")
        expect(terminal).to_have_attribute("data-terminal", "playing")
        expect(terminal.locator(".terminal-line[data-shown]").first).to_be_visible()
        assert "0" in _opacities(terminal)
        expect(terminal).to_have_attribute("data-terminal", "done", timeout=20_000)
        assert _opacities(terminal) == {"1"}
        now = terminal.bounding_box()
        assert now and height and now["height"] == height["height"]


def test_a_terminal_knows_its_language(trying: Opener) -> None:
    """Prompts, comments and the progress bar are shown as such, and output as it is."""
    with trying() as visit:
        terminal = _terminal(visit.open("learn/blocks/"))
        kinds = terminal.locator(".terminal-line").evaluate_all(
            "lines => lines.map(line => line.className.match(/terminal-(?!line)(\\w+)/)[1])"
        )
        assert kinds == [
            *("input", "comment", "progress", "output", "output"),
            *("input", "output", "input", "input", "output"),
        ]
        prompts = terminal.locator(".terminal-prompt").all_text_contents()
        assert prompts == ["$ ", "(.venv) $ ", "$ ", ""]
        assert terminal.locator(".terminal-comment").text_content() == "This takes a moment\n"
        assert terminal.locator(".terminal-bar").text_content() == "100%"


def test_a_terminal_can_be_hurried_and_played_again(trying: Opener) -> None:
    """One button shows everything at once and then plays it from the beginning."""
    with trying() as visit:
        terminal = _terminal(visit.open("learn/blocks/"))
        button = terminal.get_by_role("button", name="Show everything")
        button.click()
        expect(terminal).to_have_attribute("data-terminal", "done")
        assert _opacities(terminal) == {"1"}
        terminal.get_by_role("button", name="Play again").press("Enter")
        expect(terminal).to_have_attribute("data-terminal", "playing")
        assert "0" in _opacities(terminal)


def test_only_commands_are_copied(trying: Opener) -> None:
    """The copy button takes what a reader would paste into a shell."""
    with trying(permissions=["clipboard-read", "clipboard-write"]) as visit:
        page = visit.open("learn/blocks/")
        _terminal(page).locator("[data-clipboard-target]").click()
        assert page.evaluate("navigator.clipboard.readText()") == COMMANDS


@pytest.mark.parametrize("context", [{"java_script_enabled": False}, {"reduced_motion": "reduce"}])
def test_a_terminal_is_whole_without_motion(trying: Opener, context: dict[str, object]) -> None:
    """Without JavaScript, and for who wants no motion, all text is there at once."""
    with trying(**context) as visit:
        terminal = _terminal(visit.open("learn/blocks/"))
        text = terminal.locator("code").inner_text()
        assert "uv add" in text and '{"id": 1}' in text
        expect(terminal.get_by_role("button", name="Show everything")).to_have_count(0)
        assert _opacities(terminal) == {"1"}


def test_diagrams_are_drawn_by_the_sites_own_mermaid(trying: Opener) -> None:
    """mermaid is loaded from the site, on a page that has a diagram and on no other."""
    with trying() as visit:
        loaded: list[str] = []
        visit.page.on("request", lambda request: loaded.append(request.url))
        visit.open("")
        assert [url for url in loaded if "mermaid" in url] == []
        page = visit.open("es/learn/blocks/")
        drawing = page.locator("div.mermaid")
        expect(drawing).to_be_visible()
        size = drawing.bounding_box()
        assert size and size["height"] > 30
        modules = [url for url in loaded if "mermaid" in url]
        assert modules and all("/assets/vendor/mermaid." in url for url in modules)
        assert not any("/es/" in url for url in modules)


def test_a_page_loaded_in_place_is_served_like_any_other(trying: Opener) -> None:
    """After an instant navigation terminals play, diagrams are drawn and the menu follows."""
    with trying() as visit:
        page = visit.open("")
        page.evaluate("window.stayed = true")
        page.locator("article").get_by_role("link", name="what there is").click()
        expect(page.locator("h1")).to_contain_text("Blocks")
        assert page.evaluate("window.stayed") is True
        expect(_terminal(page)).to_have_attribute("data-terminal", re.compile("waiting|playing"))
        expect(page.locator("div.mermaid")).to_be_visible()
        spanish = page.locator("a.md-select__link[hreflang=es]")
        expect(spanish).to_have_attribute("href", f"{visit.address}es/learn/blocks/")
        expect(spanish).to_have_attribute("data-untranslated", "")


def test_the_menu_keeps_page_and_place(trying: Opener) -> None:
    """From a heading, the language menu leads to the same heading, by keyboard as well."""
    with trying() as visit:
        page = visit.open("learn/#second")
        page.locator(".md-select button").focus()
        link = page.locator("a.md-select__link[hreflang=es]")
        expect(link).to_be_visible()
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{visit.address}es/learn/#second")
        expect(page.locator("a.md-select__link[aria-current]")).to_have_text("español")


def test_the_menu_names_languages_in_their_own_words(trying: Opener) -> None:
    """Each entry has the language's own name, its tag and direction."""
    with trying() as visit:
        persian = visit.open("").locator("a.md-select__link[hreflang=fa]")
        assert persian.get_attribute("lang") == "fa"
        assert persian.get_attribute("dir") == "rtl"
        assert persian.text_content() == "فارسی"


def test_english_text_in_another_language_says_so(trying: Opener) -> None:
    """An untranslated page in Persian: the frame from right to left, the English text not."""
    with trying() as visit:
        page = visit.open("fa/learn/blocks/")
        assert page.locator("html").get_attribute("lang") == "fa"
        assert page.locator("body").get_attribute("dir") == "rtl"
        body = page.locator("article > .docsite-body")
        assert (body.get_attribute("lang"), body.get_attribute("dir")) == ("en", "ltr")
        items = body.locator("li li").first
        style = "item => [getComputedStyle(item).marginLeft, getComputedStyle(item).marginRight]"
        left, right = items.evaluate(style)
        assert right == "0px" and left != "0px"
        head = page.locator("head")
        assert head.locator("meta[name=robots]").get_attribute("content") == "noindex"
        canonical = head.locator("link[rel=canonical]").get_attribute("href")
        assert canonical == f"{visit.address}learn/blocks/"


def test_a_translated_page_is_from_right_to_left_but_for_its_code(trying: Opener) -> None:
    """Persian text is set from right to left, a terminal on the same page from left to right."""
    with trying() as visit:
        page = visit.open("fa/")
        direction = "element => getComputedStyle(element).direction"
        assert page.locator("article h1").evaluate(direction) == "rtl"
        assert _terminal(page).locator("code").evaluate(direction) == "ltr"
        expect(page.locator(".docsite-body")).to_have_count(0)


def test_the_foot_of_a_page_has_the_direction_of_its_language(trying: Opener) -> None:
    """Though its first words are the name of this guide, which is written from left to right."""
    with trying() as visit:
        lines = visit.open("fa/").locator(".md-copyright > div, .md-copyright span").all()
        direction = "element => getComputedStyle(element).direction"
        assert [line.evaluate(direction) for line in lines] == ["rtl"] * len(lines)
        assert len(lines) > 2


def test_alternates_are_real_translations(trying: Opener) -> None:
    """hreflang names the languages that have the page, itself, and English for all others."""
    with trying() as visit:
        page = visit.open("es/")
        script = "links => links.map(link => [link.relList[0], link.hreflang, link.href])"
        told = page.locator("head link[hreflang]").evaluate_all(script)
        home = visit.address
        assert told == [
            ["alternate", "en", home],
            ["alternate", "es", f"{home}es/"],
            ["alternate", "fa", f"{home}fa/"],
            ["alternate", "x-default", home],
        ]


def test_links_to_other_sites_are_marked(trying: Opener) -> None:
    """A link that leaves the site opens a new tab and says so, unless it opted out."""
    with trying() as visit:
        page = visit.open("learn/blocks/")
        leaving = page.get_by_role("link", name="one to another site")
        assert leaving.get_attribute("data-external") == "text"
        assert leaving.get_attribute("rel") == "noopener"
        assert leaving.get_attribute("title") == "Opens another site"
        for name in ("link inside", "one without a mark"):
            assert page.get_by_role("link", name=name).get_attribute("data-external") is None


@pytest.mark.parametrize("path", ["learn/blocks/", "fa/learn/blocks/", "fa/"])
def test_nothing_is_wider_than_a_phone(trying: Opener, path: str) -> None:
    """What is wide scrolls in its own box; the page never scrolls sideways."""
    with trying(**PHONE) as visit:
        page = visit.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_wide_diagram_can_be_read_on_a_phone(trying: Opener) -> None:
    """It isn't made as narrow as the screen: it scrolls, and its words keep a size."""
    with trying(**PHONE) as visit:
        drawing = visit.open("learn/blocks/").locator("div.mermaid")
        expect(drawing).to_be_visible()
        assert drawing.evaluate("box => [box.scrollWidth, box.scrollWidth > box.clientWidth]") == [
            600,
            True,
        ]


def test_a_name_in_a_table_stays_whole(trying: Opener) -> None:
    """The table scrolls before the name of something in code is broken in the middle."""
    with trying(**PHONE) as visit:
        name = visit.open("learn/blocks/").locator("td code")
        assert name.evaluate("code => code.getClientRects().length") == 1


def test_exchanges_are_one_card(trying: Opener) -> None:
    """The response follows the request without a gap; its title has the colour of its status."""
    with trying() as visit:
        page = visit.open("learn/blocks/")
        request = page.locator(".exchange-request").bounding_box()
        response = page.locator(".exchange-response").bounding_box()
        assert request and response
        assert request["y"] + request["height"] == pytest.approx(response["y"], abs=0.5)
        colour = "element => getComputedStyle(element).color"
        title = page.locator(".exchange-response > .filename")
        assert title.evaluate(colour) != page.locator(".exchange-request > .filename").evaluate(
            colour
        )


def test_the_404_page_searches(trying: Opener) -> None:
    """In the reader's language, with a search that works and the way home."""
    with trying() as visit:
        page = visit.open("es/404.html")
        assert page.locator("html").get_attribute("lang") == "es"
        home = page.locator("article").get_by_role("link").last
        assert home.get_attribute("href") == f"{visit.address}es/"
        page.locator(".docsite-search input").fill("refugios")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/es/\?q=refugios$"))
        expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_the_keyboard_is_seen_in_the_header(trying: Opener) -> None:
    """Its ring is white on the colour of the header, and not in what opens below it."""
    with trying() as visit:
        page = visit.open("learn/blocks/")
        ring = "element => (element.focus(), getComputedStyle(element).outlineColor)"
        for place in (".md-header a.md-logo", ".md-tabs__link >> nth=0"):
            page.keyboard.press("Tab")  # from now on the focus is that of the keyboard
            assert page.locator(place).evaluate(ring) == "rgb(255, 255, 255)"
        menu = page.locator(".md-select__link").first
        assert menu.evaluate(ring) != "rgb(255, 255, 255)"


@pytest.mark.parametrize("language", ["", "fa/"])
def test_nothing_sticks_out_without_a_script(trying: Opener, language: str) -> None:
    """The menu of languages takes the place of the search, in either direction."""
    with trying(**PHONE, java_script_enabled=False) as visit:
        page = visit.open(language)
        inner = page.locator(".md-select__inner").bounding_box()
        assert inner
        assert inner["x"] >= 0
        assert inner["x"] + inner["width"] <= PHONE["viewport"]["width"]


def test_writings_without_italics_stress_words_otherwise(trying: Opener) -> None:
    """With marks beside them, or in bold; English among them has its italics."""
    styles = """text => text.lang.split(" ").map(lang => {
        text.lang = lang
        text.innerHTML = "<em>x</em>"
        const style = getComputedStyle(text.firstChild)
        return [style.fontStyle, style.fontWeight, style.textEmphasisStyle]
    })"""
    with trying() as visit:
        page = visit.open("learn/blocks/")
        text = page.locator("article p").first
        text.evaluate("text => text.lang = 'en fa ja zh-Hant'")
        assert text.evaluate(styles) == [
            ["italic", "400", "none"],
            ["normal", "700", "none"],
            ["normal", "400", "dot"],
            ["normal", "400", "dot"],
        ]


def test_the_link_to_a_heading_takes_no_line(trying: Opener) -> None:
    """However much room the last line of the heading leaves."""
    higher = """heading => {
        const link = heading.querySelector(".headerlink")
        return Array.from({length: 100}, (_, step) => 100 + 2 * step).filter(width => {
            heading.style.width = `${width}px`
            link.style.display = "none"
            const height = heading.offsetHeight
            link.style.display = ""
            return heading.offsetHeight !== height
        })
    }"""
    with trying() as visit:
        page = visit.open("learn/blocks/")
        assert page.locator("article h2:has(.headerlink)").first.evaluate(higher) == []
