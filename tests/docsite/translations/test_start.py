"""A page put in place to be translated: all of English, marked, and nothing there is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scripts.docsite import languages
from scripts.docsite.errors import DocsError
from scripts.docsite.markdown import scan
from scripts.docsite.model import PageKey
from scripts.docsite.translations import layout, start, sync
from scripts.docsite.translations.checking import check
from scripts.docsite.translations.composition import compose
from scripts.docsite.translations.states import Workbench
from tests.docsite.translations.conftest import ENGLISH, KEY, Repository
from tests.docsite.translations.test_composition import VOICE
from tests.support import LANGUAGES


def started(repository: Repository, language: str = "es", key: str = KEY) -> Repository:
    """Start the page, and commit it."""
    bench = Workbench.of(repository.project.tree)
    start.apply(repository.root, start.plan(bench, language, PageKey(key)))
    return repository.commit()


def test_a_new_page_is_english_with_marks(repository: Repository) -> None:
    """Code, includes, ids and links are ready; each section says that it is to be translated."""
    repository.commit(es=None)
    text = started(repository).read("es")
    unmarked = text.replace("translate: true\n", "").replace("<!-- translate -->\n\n", "")
    assert unmarked == ENGLISH
    assert text.count("<!-- translate -->") == 3
    assert "## Beds { #beds }\n\n<!-- translate -->\n\nCall `beds()`" in text
    assert set(repository.states.values()) == {"missing"}


def test_nothing_is_recorded_of_a_page_that_is_marked_as_a_whole(repository: Repository) -> None:
    """It stays as it was put there."""
    bench = Workbench.of(repository.project.tree)
    start.apply(repository.root, start.plan(bench, "es", PageKey("index.md")))
    page = Workbench.of(repository.project.tree).translation("es", PageKey("index.md"))
    assert page is not None
    change = sync.plan(page)
    assert (change.text, change.findings) == (change.before, ())


def test_what_is_marked_is_shown_in_english_and_breaks_no_rule(repository: Repository) -> None:
    """Section by section the page becomes Spanish."""
    started(repository.commit(es=None))
    (nothing,) = check(repository.page)
    assert nothing.severity.value == "error"
    assert "nothing of the page is translated" in nothing.message
    english = "# Huts { #huts }\n\n<!-- translate -->\n\nA hut has beds. The [map](index.md) shows"
    spanish = "# Refugios { #huts }\n\nUn refugio tiene camas. El [mapa](index.md) muestra"
    repository.change("es", english, spanish)
    repository.change("es", "where each of them is.", "dónde está cada uno.")
    assert repository.states["huts"] == "unsynced"
    assert not repository.sync().is_refused
    found = {"front-matter": "missing", "beds": "missing", "recap": "missing"}
    assert repository.states == found
    (left,) = map(str, check(repository.page))
    assert left.startswith("docs/es/huts.md:1: T001 the sections 'front-matter', 'beds', 'recap' ")
    words = languages.messages(repository.root, "en")
    shown = compose(repository.page, replace(VOICE, english_words=words))
    assert "Un refugio tiene camas" in shown
    assert "Call `beds()` to count" in shown
    assert "<!-- translate -->" not in shown


def test_a_mark_that_was_forgotten_is_told(repository: Repository) -> None:
    """Below it stands what English does not say, and readers do not get to see it."""
    started(repository.commit(es=None))
    repository.change("es", "* Huts have beds.", "* Los refugios tienen camas.")
    repository.change("es", "A hut has", "A hut\nhas")  # in which lines it stands says nothing
    line = repository.read("es").split("\n").index("## Recap { #recap }") + 1
    (told,) = [str(found) for found in check(repository.page) if found.location.line == line]
    assert told.startswith(f"docs/es/huts.md:{line}: T001 the section 'recap' is marked as still")
    assert "and is not as in English" in told
    assert "remove the mark where it is translated" in told
    assert len(check(repository.page)) == 2


def test_a_mark_hides_what_is_stale_and_does_not_make_it_current(repository: Repository) -> None:
    """Without the mark the section is as stale as before."""
    repository.change("en", "still free", "free")
    repository.change("es", "Llama a", "<!-- translate -->\n\nLlama a").sync()
    assert repository.states == {"beds": "missing"}
    repository.change("es", "<!-- translate -->\n\n", "")
    assert repository.states == {"beds": "prose changed"}


@pytest.mark.parametrize(
    ("lacks", "states"),
    [
        (("## Camas", "## Resumen"), {"beds": "missing"}),
        (("# Refugios", "## Camas"), {"huts": "missing"}),
        (("## Resumen", None), {"recap": "missing"}),
        (("---", "# Refugios"), {"front-matter": "missing"}),
        (("---", "## Resumen"), {"front-matter": "missing", "huts": "missing", "beds": "missing"}),
    ],
)
def test_missing_sections_are_added_in_their_place(
    repository: Repository, lacks: tuple[str, str | None], states: dict[str, str]
) -> None:
    """Those that are there keep every line."""
    text = repository.read("es")
    first = text.index(lacks[0])
    last = text.index(lacks[1], first) if lacks[1] else len(text)
    repository.commit(es=text[:first] + text[last:])
    had = [line for line in repository.read("es").splitlines() if line]
    started(repository)
    assert {i: s for i, s in repository.states.items() if s == "missing"} == states
    assert list(layout.of(repository.page.document).chunks) == ["huts", "beds", "recap"]
    assert [line for line in repository.read("es").splitlines() if line in had and line] == had
    with pytest.raises(DocsError, match="the page has every section of English"):
        started(repository)


def test_front_matter_is_added_above_the_record(repository: Repository) -> None:
    """What was recorded of the others stays."""
    repository.change("es", f"{repository.read('es').splitlines()[1]}\n", "")
    text = started(repository).read("es")
    assert text.startswith("---\ndescription: How to book")
    assert "club.\ntranslate: true\nsync:\n  sections:\n" in text
    assert repository.states == {"front-matter": "missing"}


def test_what_has_no_words_is_not_marked(make_repository: Callable[..., Repository]) -> None:
    """An include above the first heading is ready as it is."""
    english = "{* ../../docs_src/huts/tutorial001.py *}\n\n## A { #a }\n\nText.\n"
    repository = started(make_repository(english, "## Uno { #a }\n\nTexto.\n"))
    assert repository.read("es") == english.replace("## A", "## Uno").replace("Text.", "Texto.")


@pytest.mark.parametrize(
    ("language", "key", "message"),
    [
        ("es", "huts.md", "the page has every section of English"),
        ("es", "hut.md", "there is no English page hut.md\n.*did you mean huts.md"),
        ("es", "release-notes.md", "the page is never translated"),
        ("en", "huts.md", "English is what is translated"),
        ("xx", "huts.md", "there is no language 'xx'"),
    ],
)
def test_what_cannot_be_started(
    repository: Repository, language: str, key: str, message: str
) -> None:
    """Says why, and writes nothing."""
    before = repository.project.change({"data/languages.yml": LANGUAGES}).files()
    with pytest.raises(DocsError, match=message):
        started(repository, language, key)
    assert repository.project.files() == before


PIECES = st.lists(
    st.sampled_from(
        [
            "## A { #a }",
            "# B { #b }",
            "C",
            "===",
            "",
            "",
            "text",
            "```",
            "---",
            "### D { #d }",
            "E { #e }",
        ]
    ),
    max_size=12,
)


@given(PIECES)
def test_a_layout_is_the_page_to_the_letter(lines: list[str]) -> None:
    """Whatever the page is like; put in another order it keeps every section's lines."""
    try:
        document = scan("\n".join(lines))
    except DocsError:
        return
    assume(len(document.headings) == len({heading.id for heading in document.headings}))
    found = layout.of(document)
    assert found.text == document.text
    assert found.arranged([*found.chunks], {}).text == document.text
    ids = [*found.chunks][::-1]
    turned = layout.of(scan(found.arranged(ids, {}).text)).chunks
    if "top" not in found.chunks:
        kept = {id_: [line for line in turned[id_] if line] for id_ in turned}
        assert kept == {i: [line for line in c if line] for i, c in found.chunks.items()}
        assert [*turned] == ids


def test_a_recorded_page_keeps_its_record(repository: Repository) -> None:
    """A section added in English later is started, the others stay current."""
    repository.change("en", "## Recap", "## New { #new }\n\nText.\n\n## Recap")
    assert started(repository).states == {"new": "missing"}
    assert sync.plan(repository.page).left == {}
