"""What readers get: every section, in English order, under a notice where one is due."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import markdown as python_markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.docsite.markdown import scan
from scripts.docsite.translations import composition, sync
from scripts.docsite.translations.composition import Voice, compose
from scripts.docsite.translations.sections import sections
from tests.docsite.translations.conftest import KEY, Repository
from tests.support import REPOSITORY, make_project

CASES = sorted((REPOSITORY / "tests/docsite/cases/translations").glob("*.yml"))
WORDS = {
    composition.CHANGED: "Ha cambiado.",
    composition.MISSING: "Falta.",
    composition.OUTDATED: "Ya no corresponde.",
    composition.READ_ENGLISH: "Leer en inglés",
}
VOICE = Voice(WORDS, "es", "ltr", {"admonition_tip": "Tip"}, "../../huts/")
EXTENSIONS = [
    "attr_list",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.superfences",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.details",
    "pymdownx.blocks.tab",
]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden_cases(path: Path, make_repository: Callable[..., Repository]) -> None:
    """An English page is translated and recorded, changed, and then read in Spanish."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    made = make_repository(case["english"], case["spanish"])
    if case.get("recorded", True):
        assert not made.sync().is_refused
    made.commit(**({"en": case["changed"]} if "changed" in case else {}))
    assert compose(made.page, VOICE) == case["shown"]


def test_a_current_page_stays_as_it_is(repository: Repository) -> None:
    """To the letter, without its front matter."""
    assert compose(repository.page, VOICE) == repository.page.document.body


def test_code_that_both_pages_include_is_not_told(repository: Repository) -> None:
    """Its readers see the new code; a changed code block is told."""
    repository.project.change({"docs_src/huts/tutorial001.py": "first = 5\nsecond = 6\n"})
    assert repository.states == {"huts": "code changed"}
    assert "docsite-notice" not in compose(repository.page, VOICE)
    repository.change("en", "$ fastapi dev", "$ fastapi run")
    shown = compose(repository.page, VOICE)
    assert shown.count("docsite-notice") == 1
    assert "## Camas { #beds }\n\n<aside" in shown


@pytest.mark.parametrize("include", ["tutorial002.py hl[2]", "tutorial002.py"])
def test_what_includes_a_file_that_is_gone_is_shown_in_english(
    repository: Repository, include: str
) -> None:
    """A stale section must not keep the site from being built; the others stay as they are."""
    example = repository.project.read("docs_src/huts/tutorial001.py")
    repository.change("en", "tutorial001.py ln[1:2] hl[2]", include)
    repository.change("en", "A hut has", "Each hut has")
    files = {"docs_src/huts/tutorial001.py": None, "docs_src/huts/tutorial002.py": example}
    repository.project.change(files)
    assert repository.states == {"huts": "prose changed"}
    shown = compose(repository.page, VOICE)
    assert composition.in_english(repository.page) == ["huts"]
    assert shown.startswith('# Huts { #huts lang="en" dir="ltr" }\n\n<aside')
    assert "<p>Ya no corresponde. <a" in shown
    assert "Falta." not in shown
    assert "Each hut has" in shown
    assert "second = 2" in shown
    assert "Un refugio tiene camas" not in shown
    assert "## Camas { #beds }" in shown


def test_lines_outside_of_a_shorter_file_are_shown_as_english_shows_them(
    repository: Repository,
) -> None:
    """And so are marked lines that are blank by now; what both pages show wrongly is no reason."""
    path = "docs_src/huts/tutorial001.py"
    for text in ("first = 1\n", "first = 1\n\nthird = 3\n"):
        repository.project.change({path: text})
        assert composition.in_english(repository.page) == []
    repository.change("en", "ln[1:2] hl[2]", "ln[1] hl[1]")
    assert repository.states == {"huts": "code changed"}
    assert composition.in_english(repository.page) == ["huts"]
    repository.project.change({path: "first = 1\nnew = 2\nthird = 3\n"})
    assert composition.in_english(repository.page) == []


def test_words_and_addresses_are_escaped(repository: Repository) -> None:
    """They come from files, and stand in HTML."""
    repository.change("en", "A hut has", "Each hut has")
    voice = Voice({**WORDS, composition.CHANGED: "<b> & c"}, "es", "ltr", {}, '../"a/')
    shown = compose(repository.page, voice)
    assert "<p>&lt;b&gt; &amp; c <a" in shown
    assert 'href="../&quot;a/#huts"' in shown


class Outline(HTMLParser):
    """The headings of a page, and whether its elements are closed as they were opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.ids: list[str | None] = []
        self.english: list[str] = []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append((tag, dict(attrs).get("lang")))
        if tag[0] == "h" and tag[1:].isdigit():
            self.ids.append(dict(attrs).get("id"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing stays open."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(lang == "en" for _, lang in self.open):
            self.english.append(data)


BODIES = st.sampled_from(
    [
        "{0}.",
        "/// tip\n{0}.\n///",
        "/// details | More\n### Inside {{ #in-{1} }}\n\n{0}.\n///",
        "//// tab | uv\n```console\n$ a\n```\n////\n\n//// tab | pip\n{0}.\n\n```py\nb\n```\n////",
        "* one\n* {0}.\n\n    ```py\n    # {1}\n    ```",
        "| a | b |\n|---|---|\n| {0}. | d |",
        "<div>\n<p>{0}.</p>\n</div>",
        "{0}.\n\n<!-- a\nb -->",
        "",
    ]
)
IDS = st.sampled_from(["a", "b", "c", "d", "e"])
PAGES = st.lists(st.tuples(IDS, BODIES, st.integers(0, 2)), max_size=5, unique_by=lambda s: s[0])


def page(language: str, parts: list[tuple[str, str, int]], top: int) -> str:
    """Return a page of which every sentence names its language, its section and its edition."""
    text = f"{language} top{top}.\n\n" if top else ""
    for id_, body, edition in parts:
        sentence = f"{language} {id_}{edition}"
        text += f"## {sentence} heading {{ #{id_} }}\n\n{body.format(sentence, id_)}\n\n"
    return text


@settings(max_examples=60)
@given(PAGES, PAGES, PAGES, st.integers(0, 1), st.integers(0, 1))
def test_no_sentence_is_lost(
    first: list[tuple[str, str, int]],
    later: list[tuple[str, str, int]],
    spanish: list[tuple[str, str, int]],
    top: int,
    later_top: int,
) -> None:
    """Whatever was edited: each English section is there once, in order, in one language."""
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder), {f"docs/es/{KEY}": page("es", spanish, 0)})
        made = Repository(project.change({f"docs/en/{KEY}": page("en", first, top)}))
        sync.apply(made.root, [sync.plan(made.page)])
        project.change({f"docs/en/{KEY}": page("en", later, later_top)})
        found, stale = made.page, made.states
        shown = compose(found, VOICE)
    html = python_markdown.markdown(shown, extensions=EXTENSIONS)
    outline = Outline(html)
    shown_sections = sections(scan(shown))
    wanted = [id_ for id_ in found.english.sections if id_ != "top"]
    assert [section.id for section in shown_sections if section.id != "top"] == wanted
    assert [id_ for id_ in outline.ids if not str(id_).startswith("in-")] == wanted
    for id_ in found.english.sections:
        own = found.sections.get(id_)
        for line in (own or found.english.sections[id_]).text.splitlines():
            if own is not None or not line.startswith("## "):
                assert line in shown.splitlines() or line.startswith("/// tip")
        notices = shown.count(f'href="../../huts/{"" if id_ == "top" else f"#{id_}"}"')
        assert notices == (stale.get(id_) in ("missing", "prose changed")) or (
            stale.get(id_) == "code changed"
        )
        if own is None and id_ != "top":
            assert any(f"en {id_}" in text for text in outline.english)
    assert not any("es " in text for text in outline.english)
