"""What English changed and needs no translator: it is in every language, and only that is."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.docsite.translations import differences, propagate, sync
from scripts.docsite.translations.states import Workbench
from tests.docsite.translations.conftest import ENGLISH, SPANISH, Repository
from tests.support import Project

HEAD = "---\ndescription: {0}.\n---\n\n"


def run(repository: Repository) -> list[str]:
    """Propagate to Spanish, and return what is told."""
    planned = propagate.plan(Workbench.of(repository.project.tree), "es")
    propagate.apply(repository.root, planned)
    return list(propagate.told(planned))


def body(text: str) -> str:
    """Return a page without its front matter."""
    return text.split("---\n", 2)[2]


@pytest.mark.parametrize(
    ("old", "new", "spanish"),
    [
        ("hl[2] *}", "hl[1] *}", ("hl[2] *}", "hl[1] *}")),
        ("tutorial001.py ln[1:2]", "tutorial002.py ln[1]", None),
        ("$ fastapi dev", "$ fastapi run\n$ ls", ("$ fastapi dev", "$ fastapi run\n$ ls")),
        ("```console", '```console static="starts"', ("```console", '```console static="starts"')),
        ("[map](index.md)", "[map](index.md#home)", ("(index.md)", "(index.md#home)")),
        ("## Beds {", "### Beds {", ("## Camas {", "### Camas {")),
        ("{ #beds }", "{ #places }", ("{ #beds }", "{ #places }")),
        ("{ #beds }", "{ #beds .wide }", ("{ #beds }", "{ #beds .wide }")),
        ("---\n\n# Huts", "hide: [toc]\n---\n\n# Huts", None),
        ("A hut has beds. The", "A hut\nhas beds. The", ("", "")),
    ],
)
def test_a_mechanical_change_is_propagated(
    repository: Repository, old: str, new: str, spanish: tuple[str, str] | None
) -> None:
    """Nothing is stale afterwards, and no word of the translation has changed."""
    repository.project.change({"docs_src/huts/tutorial002.py": "first = 2\n"})
    before = repository.change("en", old, new).read("es")
    assert run(repository)[-1].endswith(", 0 left")
    assert repository.states == {}
    was, now = spanish or (old, new)
    if "# Huts" not in old:
        assert body(repository.read("es")) == body(before).replace(was, now)
    assert run(repository) == ["0 pages changed, 0 sections recorded, 0 left"]


def test_what_is_done_is_told(repository: Repository) -> None:
    """Each change with its line, and the sections that are recorded."""
    repository.change("en", "hl[2] *}", "hl[1] *}").change("en", "(index.md)", "(index.md#home)")
    include = "{* ../../docs_src/huts/tutorial001.py ln[1:2] hl[1] *}"
    assert run(repository) == [
        f"docs/es/huts.md:19: T004 included is {include}",
        "docs/es/huts.md:17: T007 index.md → index.md#home",
        "docs/es/huts.md: recorded as of now: huts",
        "1 page changed, 1 section recorded, 0 left",
    ]


def test_a_changed_file_is_only_recorded(repository: Repository) -> None:
    """Both pages include it: there is nothing to change."""
    repository.project.change({"docs_src/huts/tutorial001.py": "first = 5\nsecond = 2\n"})
    assert repository.commit().states == {"huts": "code changed"}
    before = repository.read("es")
    assert run(repository)[0] == "docs/es/huts.md: recorded as of now: huts"
    assert repository.states == {}
    assert body(repository.read("es")) == body(before)


def test_changed_prose_is_left_alone(repository: Repository) -> None:
    """The section stays stale, with the English page that it was made from."""
    before = repository.change("en", "A hut has beds", "Each hut has beds").read("es")
    assert run(repository) == ["0 pages changed, 0 sections recorded, 0 left"]
    assert repository.read("es") == before
    assert repository.states == {"huts": "prose changed"}


@pytest.mark.parametrize(
    ("prose", "old", "new", "spanish"),
    [
        ("A hut has beds", "hl[2]", "hl[1]", ("hl[2]", "hl[1]")),
        ("A hut has beds", "(index.md)", "(index.md#home)", ("(index.md)", "(index.md#home)")),
        ("Call `beds()`", "$ fastapi dev", "$ fastapi run", ("$ fastapi dev", "$ fastapi run")),
        (
            "Call `beds()`",
            "```console",
            '```console static="x"',
            ("```console", '```console static="x"'),
        ),
        ("How to book", "---\n\n# Huts", "hide: [toc]\n---\n\n# Huts", ("camas", "camas")),
    ],
)
def test_the_code_of_a_section_whose_prose_has_changed_is_propagated(
    repository: Repository, prose: str, old: str, new: str, spanish: tuple[str, str]
) -> None:
    """The section stays stale for its prose alone, and that is what the difference shows."""
    repository.change("en", prose, f"Today {prose}").change("en", old, new)
    before = repository.read("es")
    (state,) = repository.states.items()
    assert state[1] == "prose changed"
    assert run(repository)[-1] == "1 page changed, 0 sections recorded, 0 left"
    assert body(repository.read("es")) == body(before).replace(*spanish)
    assert repository.states == dict([state])
    (found,) = differences.differences(repository.page, repository.root)
    changed = {piece.text.strip() for piece in found.pieces if piece.kind != "same"}
    if "index.md" not in old:  # a target stands in the text
        assert changed == {"Today"}
    assert run(repository)[-1] == "0 pages changed, 0 sections recorded, 0 left"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "```console\n// In the folder of the app\n$ fastapi dev\n```",
            "```console\n$ ls\n```\n\n```console\n$ fastapi dev\n```",
        ),
        ("```console\n// In the folder of the app\n$ fastapi dev\n```", "Nothing."),
    ],
)
def test_code_that_cannot_be_told_apart_is_left_and_listed(
    repository: Repository, old: str, new: str
) -> None:
    """Where the prose has changed as well, as in a section that was written anew."""
    repository.change("en", "Call `beds()`", "Today call `beds()`").change("en", old, new)
    before = repository.read("es")
    found = run(repository)
    assert "only a translator can tell" in found[0]
    assert found[-1] == "0 pages changed, 0 sections recorded, 1 left"
    assert repository.read("es") == before


def test_code_that_changed_places_is_left(make_repository: Callable[..., Repository]) -> None:
    """The text around each block speaks of that one."""
    blocks = "```console\n$ one\n```\n\nThen.\n\n```console\n$ two\n```\n"
    more = "\n## More { #more }\n\nFirst.\n\n"
    repository = make_repository(
        f"{ENGLISH}{more}{blocks}",
        f"{SPANISH}{more}{blocks}".replace("First", "Primero").replace("Then", "Luego"),
    )
    repository.sync()
    repository.commit().change("en", "First.", "At first.")
    swapped = blocks.replace("one", "three").replace("two", "one").replace("three", "two")
    before = repository.change("en", blocks, swapped).read("es")
    assert "only a translator can tell" in run(repository)[0]
    assert repository.read("es") == before


def test_a_link_with_other_words_is_left_to_the_translator(repository: Repository) -> None:
    """It may lead elsewhere because it says something else."""
    before = repository.change("en", "[map](index.md)", "[lake](lake.md)").read("es")
    run(repository)
    assert repository.read("es") == before


def test_an_edited_translation_is_still_known_to_be_edited(repository: Repository) -> None:
    """The record says of its prose what it said before."""
    repository.change("es", "Un refugio", "Cada refugio").change("en", "hl[2]", "hl[1]")
    run(repository)
    repository.commit().change("en", "A hut has", "Each hut has")
    assert [*repository.sync().left] == ["huts"]
    assert not repository.sync("huts").left
    assert repository.states == {}


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("// In the folder", "// Inside the folder", "a comment in a code block has changed"),
        ("* Beds are", "    * Beds are", "T009 its list items are 1*, 1*; in English 1*, 2*"),
        ("[map](index.md)", "[map](index.md){.wide}", "T007 it lacks {.wide}"),
    ],
)
def test_what_is_not_certain_is_left_and_listed(
    repository: Repository, old: str, new: str, why: str
) -> None:
    """With its place and the reason; nothing is recorded."""
    before = repository.change("en", old, new).read("es")
    found = run(repository)
    assert found[-1] == "0 pages changed, 0 sections recorded, 1 left"
    assert why in found[0]
    assert ": left: " in found[0]
    assert repository.read("es") == before
    assert list(repository.states.values()) == ["code changed"]


def test_a_comment_that_was_not_translated_is_taken_over(
    make_repository: Callable[..., Repository],
) -> None:
    """English stood there, and English stands there now."""
    repository = make_repository(ENGLISH, SPANISH.replace("// En la carpeta de la app", "// In"))
    english = repository.read("en").replace("// In the folder of the app", "// In")
    repository.commit(en=english).sync()
    repository.commit().change("en", "// In", "// Inside")
    assert run(repository)[-1] == "1 page changed, 1 section recorded, 0 left"
    assert "// Inside\n" in repository.read("es")


def test_a_link_among_others_needs_the_history(repository: Repository, tmp_path: Path) -> None:
    """A shallow clone does what is certain without it, and says what it lacks."""
    english = repository.read("en").replace("The [map]", "The [lake](a.md), the [map]")
    spanish = repository.read("es").replace("El [mapa]", "El [lago](a.md), el [mapa]")
    repository.commit(en=english, es=spanish).sync("huts")
    repository.commit().change("en", "(a.md)", "(b.md)").change("en", "(index.md)", "(c.md)")
    repository.change("en", "$ fastapi dev", "$ fastapi run")
    target = tmp_path / "clone"
    command = ["git", "clone", "-q", "--depth=1", f"file://{repository.root}", str(target)]
    subprocess.run(command, check=True, capture_output=True)
    clone = Repository(Project(target))
    found = run(clone)
    assert found[-1] == "0 pages changed, 0 sections recorded, 2 left"
    assert "T007 English has not as many a.md" in found[0]
    assert found[0].endswith("(git does not have the old English text here)")
    assert run(repository)[-1] == "1 page changed, 2 sections recorded, 0 left"
    assert "El [lago](b.md), el [mapa](c.md)" in repository.read("es")
    assert repository.states == {}


def test_text_and_code_without_the_history_are_left_and_told(
    repository: Repository, tmp_path: Path
) -> None:
    """Where the code is as in English, there is nothing to tell."""
    repository.commit().change("en", "free tonight", "free today").change("en", "Huts", "All huts")
    repository.change("en", "$ fastapi dev", "$ fastapi run")
    target = tmp_path / "clone"
    command = ["git", "clone", "-q", "--depth=1", f"file://{repository.root}", str(target)]
    subprocess.run(command, check=True, capture_output=True)
    told = run(Repository(Project(target)))
    assert told[-1] == "0 pages changed, 0 sections recorded, 1 left"
    assert told[0].endswith("(git does not have the old English text here)")


def test_sections_are_put_where_english_has_them(repository: Repository) -> None:
    """A section that English has not stays behind the one before it."""
    repository.change("es", "## Resumen", "## Solo { #solo }\n\nAquí.\n\n## Resumen")
    text = repository.read("en")
    beds, recap = text.index("## Beds"), text.index("## Recap")
    repository.commit(en=f"{text[:beds]}{text[recap:]}\n{text[beds:recap]}")
    lines = {line for line in repository.read("es").splitlines() if line}
    found = run(repository)
    assert found[0] == "docs/es/huts.md: its sections stand where English has them"
    assert "English has no section 'solo' now" in found[1]
    assert list(repository.page.sections)[1:] == ["huts", "recap", "beds", "solo"]
    assert {line for line in repository.read("es").splitlines() if line} == lines
    assert repository.states == {"solo": "orphan"}


def test_a_renamed_section_takes_its_reasons_along(repository: Repository) -> None:
    """What was silenced or accepted in it is under the new id."""
    repository.change("en", "still free", "still fre")

    sync.apply(repository.root, [sync.accept(repository.page, ["beds"], "a typo")])
    sync.apply(repository.root, [sync.silence(repository.page, "T006", "beds", "none")])
    repository.commit().change("en", "{ #beds }", "{ #places }")
    assert (
        run(repository)[0] == "docs/es/huts.md:26: T003 the heading is now `## Camas { #places }`"
    )
    record = repository.page.record
    assert record is not None
    assert set(record.accepted) == set(record.silenced) == {"places"}
    assert repository.states == {}


def test_sections_of_the_same_text_are_not_confused(
    make_repository: Callable[..., Repository],
) -> None:
    """Which of them has which new id is open."""
    english = "# A { #a }\n\n## More { #b }\n\nText.\n\n## More { #c }\n\nText.\n"
    spanish = "# A { #a }\n\n## Más { #b }\n\nTexto.\n\n## Más { #c }\n\nTexto.\n"
    repository = make_repository(english, spanish)
    repository.sync()
    repository.commit().change("en", "{ #b }", "{ #d }").change("en", "{ #c }", "{ #e }")
    assert run(repository)[-1] == "0 pages changed, 0 sections recorded, 2 left"
    assert set(repository.states.values()) == {"missing", "orphan"}


def test_a_moved_page_is_moved(repository: Repository) -> None:
    """With its redirect; its links are those of the English page at its new place."""
    english = repository.read("en").replace("(index.md)", "(../index.md)")
    repository.project.change({"docs/en/huts.md": None, "docs/en/places/huts.md": english})
    repository.project.change({"data/redirects.yml": "huts.md: places/huts.md\n"})
    found = run(repository.commit())
    assert found[0] == "docs/es/huts.md: moved to docs/es/places/huts.md, as in English"
    assert found[-1] == "1 page changed, 1 section recorded, 0 left"
    assert not (repository.root / "docs/es/huts.md").exists()
    bench = Workbench.of(repository.project.tree)
    (page,) = bench.translations("es")
    assert {state.value for state in page.states.values()} == {"current"}
    assert "El [mapa](../index.md)" in page.document.text


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({}, "data/redirects.yml does not say where it is now"),
        ({"data/redirects.yml": "huts.md: index.md#home\n"}, "it leads to index.md#home, a part"),
        (
            {"data/redirects.yml": "huts.md: index.md\n", "docs/es/index.md": "# A { #home }\n"},
            "English has huts.md at index.md now, and there is a translation of that",
        ),
    ],
)
def test_a_page_that_is_gone_is_left(
    repository: Repository, files: dict[str, str], why: str
) -> None:
    """Nobody's work is thrown away."""
    repository.project.change({"docs/en/huts.md": None, **files})
    before = repository.read("es")
    assert any(why in line for line in run(repository.commit()))
    assert repository.read("es") == before
