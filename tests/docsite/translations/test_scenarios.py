"""What happens to a translated page, commit by commit: its states, and what readers get of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from scripts.docsite import languages
from scripts.docsite.markdown import scan
from scripts.docsite.translations import composition, propagate, start, sync
from scripts.docsite.translations.composition import compose
from scripts.docsite.translations.sections import sections
from scripts.docsite.translations.states import Translation, Workbench
from tests.docsite.translations.conftest import KEY, Repository
from tests.docsite.translations.test_composition import VOICE, WORDS

EXAMPLE = "docs_src/huts/tutorial001.py"
SPANISH_IDS = ["huts", "beds", "recap"]
PLAIN, CHANGED, ENGLISH = "translated", "translated, under a notice", "English, under a notice"
ALL_PLAIN = dict.fromkeys(SPANISH_IDS, PLAIN)


def shown(page: Translation) -> dict[str, str]:
    """Return how readers get each section, in order; nothing else is there, and nothing twice."""
    words = languages.messages(page.english.reader.root, "en")
    text = compose(page, replace(VOICE, english_words=words))
    found: dict[str, str] = {}
    for section in sections(scan(text)):
        assert section.id not in found
        source = page.sections.get(section.id)
        is_english = 'lang="en" dir="ltr"' in section.text
        notices = [name for name in WORDS if WORDS[name] in section.text]
        if is_english:
            assert notices == [composition.MISSING, composition.READ_ENGLISH]
            found[section.id] = ENGLISH
        else:
            assert source is not None
            assert all(line in section.text for line in source.text.splitlines())
            told = [composition.CHANGED, composition.READ_ENGLISH]
            assert notices in ([], told)
            found[section.id] = CHANGED if notices else PLAIN
    return found


def check(repository: Repository, states: Mapping[str, str], **readers: str) -> None:
    """See that the states are exactly these, and that readers get all but `readers` plainly."""
    assert repository.states == states
    page = repository.page
    wanted = {id_: PLAIN for id_ in page.english.sections if id_ != "front-matter"} | readers
    assert shown(page) == wanted
    assert list(shown(page)) == list(wanted)


def propagated(repository: Repository) -> None:
    """Run `propagate`, and commit."""
    bench = Workbench.of(repository.project.tree)
    propagate.apply(repository.root, propagate.plan(bench))
    repository.commit()


def moved(text: str, id_: str, before: str) -> str:
    """Return a page with a section before another one."""
    start_, end = text.index(f"\n## {id_}") + 1, text.index(f"\n## {before}") + 1
    return f"{text[:start_]}{text[end:].rstrip()}\n\n{text[start_:end].rstrip()}\n"


def test_a_typo_is_accepted(repository: Repository) -> None:
    """Until then readers are told; afterwards the page is as it was."""
    repository.change("en", "still free", "stil free")
    repository.change("en", "stil free", "yet free")
    check(repository, {"beds": "prose changed"}, beds=CHANGED)
    sync.apply(repository.root, [sync.accept(repository.page, ["beds"], "a typo")])
    check(repository.commit(), {})
    repository.change("en", "yet free", "free")
    check(repository, {"beds": "prose changed"}, beds=CHANGED)


def test_a_paragraph_is_rewritten(repository: Repository) -> None:
    """The section alone is told; the translator's edit and `sync` end it."""
    repository.change("en", "A hut has beds.", "Beds are what a hut is for.")
    check(repository, {"huts": "prose changed"}, huts=CHANGED)
    repository.change("es", "Un refugio tiene camas.", "Para eso están los refugios.")
    check(repository, {"huts": "prose changed"}, huts=CHANGED)
    assert not repository.sync("huts").is_refused
    check(repository.commit(), {})


def test_a_section_is_added(repository: Repository) -> None:
    """It is English until it is translated, in its place; the mark of `start` changes nothing."""
    repository.change("en", "## Recap", "## Food { #food }\n\nThere is soup.\n\n## Recap")
    check(repository, {"food": "missing"}, food=ENGLISH)
    bench = Workbench.of(repository.project.tree)
    start.apply(repository.root, start.plan(bench, "es", KEY))
    check(repository.commit(), {"food": "missing"}, food=ENGLISH)
    marked = "## Food { #food }\n\n<!-- translate -->\n\nThere is soup."
    repository.change("es", marked, "## Comida { #food }\n\nHay sopa.")
    check(repository, {"food": "unsynced"})
    assert repository.sync().pinned
    check(repository.commit(), {})


def test_a_section_is_moved(repository: Repository) -> None:
    """Readers get it where English has it; `propagate` moves it in the source."""
    repository.commit(en=moved(repository.read("en"), "Beds", "Recap"))
    check(repository, {}, recap=PLAIN)
    assert list(repository.page.sections)[1:] == SPANISH_IDS
    propagated(repository)
    check(repository, {})
    assert list(repository.page.sections)[1:] == ["huts", "recap", "beds"]


def test_a_section_gets_another_id(repository: Repository) -> None:
    """Readers get English under the new id until `propagate` has given it to the translation."""
    before = repository.read("es")
    repository.change("en", "{ #beds }", "{ #places }")
    check(repository, {"places": "missing", "beds": "orphan"}, places=ENGLISH)
    assert repository.read("es") == before
    propagated(repository)
    check(repository, {})
    assert "## Camas { #places }" in repository.read("es")


def test_a_section_gets_another_heading(repository: Repository) -> None:
    """The heading is prose like any other."""
    repository.change("en", "## Beds {", "## Places to sleep {")
    check(repository, {"beds": "prose changed"}, beds=CHANGED)
    propagated(repository)
    check(repository, {"beds": "prose changed"}, beds=CHANGED)


def test_a_section_is_deleted(repository: Repository) -> None:
    """Readers no longer get it; the translator's work stays in the source, and comes back."""
    text = repository.read("en")
    repository.commit(en=text[: text.index("## Beds")] + text[text.index("## Recap") :])
    for _ in range(2):
        check(repository, {"beds": "orphan"})
        assert "Llama a `beds()`" in repository.read("es")
        propagated(repository)
        repository.sync()
    repository.commit(en=text)
    check(repository, {})


def test_a_section_is_split(repository: Repository) -> None:
    """What is left of it is told as changed, its other half is English."""
    repository.change("en", "```console", "## Start { #start }\n\n```console")
    check(repository, {"beds": "code changed", "start": "missing"}, beds=CHANGED, start=ENGLISH)
    propagated(repository)
    check(repository, {"beds": "code changed", "start": "missing"}, beds=CHANGED, start=ENGLISH)
    repository.change("es", "```console", "## Arranque { #start }\n\n```console")
    check(repository, {"beds": "code changed", "start": "unsynced"})
    repository.sync()
    check(repository.commit(), {})


def test_prose_moves_into_a_new_section(repository: Repository) -> None:
    """Both halves are told."""
    repository.change("en", " The [map](index.md)", "\n\n## Map { #map }\n\nThe [map](index.md)")
    check(repository, {"huts": "prose changed", "map": "missing"}, huts=CHANGED, map=ENGLISH)


def test_an_included_file_changes_without_the_page(repository: Repository) -> None:
    """The code is the same for all readers; `propagate` records it."""
    repository.project.change({EXAMPLE: "first = 10\nsecond = 20\n"})
    check(repository.commit(), {"huts": "code changed"})
    propagated(repository)
    check(repository, {})


def test_a_page_is_renamed_with_a_redirect(repository: Repository) -> None:
    """The translation follows it, with its record."""
    before = repository.read("es")
    files = {"docs/en/huts.md": None, "docs/en/shelters.md": repository.read("en")}
    repository.project.change({**files, "data/redirects.yml": "huts.md: shelters.md\n"})
    propagated(repository.commit())
    (page,) = Workbench.of(repository.project.tree).translations("es")
    assert page.path == "docs/es/shelters.md"
    assert page.document.text == before
    assert {state.value for state in page.states.values()} == {"current"}
    assert shown(page) == ALL_PLAIN


def test_a_mechanical_commit_over_all_languages(repository: Repository) -> None:
    """What was stale stays stale, what was current stays current, whatever the date of the page."""
    repository.change("en", "still free", "free")
    for code in ("en", "es"):
        text = repository.read(code).replace("\n\n## ", "\n\n\n## ").replace(". ", ".\n")
        repository.commit(**{code: text})
    check(repository, {"beds": "prose changed"}, beds=CHANGED)


def test_a_translation_is_edited_without_sync(repository: Repository) -> None:
    """It is as current as it was, and English may change before the next `sync`: of the same
    section or of another. Neither becomes current by it, and the edit is told until it is recorded.
    """
    repository.change("es", "Un refugio", "Cada refugio")
    check(repository, {})
    assert repository.page.is_edited("huts")
    repository.change("en", "A hut has", "Each hut has").change("en", "* Huts have", "* All have")
    behind = {"huts": "prose changed", "recap": "prose changed"}
    check(repository, behind, huts=CHANGED, recap=CHANGED)
    assert [*repository.sync().left] == [*behind]
    check(repository.commit(), behind, huts=CHANGED, recap=CHANGED)
    assert repository.page.is_edited("huts")
    assert [*repository.sync("huts").left] == ["recap"]
    check(repository.commit(), {"recap": "prose changed"}, recap=CHANGED)
    assert not repository.page.is_edited("huts")


def test_two_translators_merge(repository: Repository) -> None:
    """Each did one section; one of them moved the code on as well."""
    repository.change("en", "A hut has", "Each hut has").change("en", "* Huts have", "* All have")
    repository.change("en", "$ fastapi dev", "$ fastapi run")
    main = repository.git("branch", "--show-current").strip()
    repository.git("switch", "-q", "-c", "one", main)
    propagated(repository.change("es", "Un refugio tiene", "Cada refugio tiene"))
    repository.sync("huts")
    check(repository.commit(), {"recap": "prose changed"}, recap=CHANGED)
    repository.git("switch", "-q", "-c", "two", main)
    check(
        repository.change("es", "* Los refugios tienen", "* Todos tienen"),
        {"huts": "prose changed", "beds": "code changed", "recap": "prose changed"},
        **dict.fromkeys(SPANISH_IDS, CHANGED),
    )
    assert repository.sync("beds", "recap").is_refused  # the code is still that of yesterday
    propagated(repository)
    repository.sync("recap")
    check(repository.commit(), {"huts": "prose changed"}, huts=CHANGED)
    repository.git("merge", "-q", "one", "-m", "Merge")
    check(repository, {})


def test_a_shallow_clone(repository: Repository) -> None:
    """It knows the states, shows the same page, and propagates what needs no history."""
    repository.change("en", "still free", "free").change("en", "hl[2]", "hl[1]")
    before = shown(repository.page)
    target = repository.root.parent / "shallow"
    source = f"file://{repository.root}"
    repository.git("clone", "-q", "--depth=1", source, str(target))
    clone = Repository(replace(repository.project, root=target))
    assert shown(clone.page) == before
    check(clone, {"huts": "code changed", "beds": "prose changed"}, huts=CHANGED, beds=CHANGED)
    propagated(clone)
    check(clone, {"beds": "prose changed"}, beds=CHANGED)
