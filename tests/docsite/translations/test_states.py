"""The states of sections in a repository that changes commit by commit."""

from __future__ import annotations

import subprocess
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.docsite.errors import DocsError
from scripts.docsite.translations import differences, sync
from scripts.docsite.translations.digests import Digests, Reader
from scripts.docsite.translations.sections import Section
from scripts.docsite.translations.states import State, Workbench
from tests.docsite.translations.conftest import KEY, Repository
from tests.support import Project


def test_a_recorded_page_is_current(repository: Repository) -> None:
    """The record names the English page as git does."""
    assert repository.states == {}
    blob = repository.git("rev-parse", f"HEAD:docs/en/{KEY}").strip()
    assert f" {blob[:12]}\n" in repository.read("es")


def test_hashes_are_made_where_the_page_is_another(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or where a section shows files, which may have changed though the page has not."""
    hashed = []
    made = Reader.digests

    def digests(self: Reader, section: Section) -> Digests:
        hashed.append(section.id)
        return made(self, section)

    monkeypatch.setattr(Reader, "digests", digests)
    page = Workbench.of(repository.project.tree).translation("es", KEY)
    assert page is not None
    assert page.states["recap"] is State.CURRENT
    assert page.states["huts"] is State.CURRENT
    assert hashed == ["huts"]
    repository.change("en", "that are still free", "still free")
    assert repository.states == {"beds": "prose changed"}
    assert "recap" in hashed


def test_a_page_without_a_record_is_unsynced(make_repository: Callable[..., Repository]) -> None:
    """Nothing is known of any of its sections."""
    assert set(make_repository().states.values()) == {"unsynced"}


def test_a_workbench_that_keeps_no_translations_finds_the_same(repository: Repository) -> None:
    """What it has scanned is gone when nobody looks at it any more."""
    bench = Workbench.of(repository.project.tree, keeps=False)
    page = bench.translation("es", KEY)
    assert page is not None
    assert page == Workbench.of(repository.project.tree).translation("es", KEY)
    document = weakref.ref(page.document)
    del page
    assert document() is None


@pytest.mark.parametrize(
    ("old", "new", "states"),
    [
        ("A hut has beds. The", "A hut\nhas beds.  \nThe", {}),
        ("that are still free", "still free", {"beds": "prose changed"}),
        ("[map](index.md)", "[map](huts.md#beds)", {"huts": "code changed"}),
        ("hl[2]", "hl[1]", {"huts": "code changed"}),
        ("$ fastapi dev", "$ fastapi run", {"beds": "code changed"}),
        ("// In the folder", "// Inside the folder", {"beds": "code changed"}),
        ("## Beds {", "### Beds {", {"beds": "code changed"}),
        ("* Huts have beds.\n* Beds", "* Huts have beds.\n    * Beds", {"recap": "code changed"}),
        ("## Beds { #beds }", "## Places { #beds }", {"beds": "prose changed"}),
        ("How to book", "How you book", {"front-matter": "prose changed"}),
        ("---\n\n# Huts", "hide: [toc]\n---\n\n# Huts", {"front-matter": "code changed"}),
        ("{ #beds }", "{ #places }", {"places": "missing", "beds": "orphan"}),
        ("## Recap", "## New { #new }\n\nText.\n\n## Recap", {"new": "missing"}),
        (
            "Call `beds()` to",
            "## Split { #split }\n\nCall `beds()` to",
            {"beds": "prose changed", "split": "missing"},
        ),
        ("# Huts { #huts }", "Before.\n\n# Huts { #huts }", {"top": "missing"}),
    ],
)
def test_only_what_changed_is_stale(
    repository: Repository, old: str, new: str, states: dict[str, str]
) -> None:
    """A change of English makes its section stale, and no other."""
    assert repository.change("en", old, new).states == states


def test_a_deleted_section_leaves_an_orphan(repository: Repository) -> None:
    """The others stay current."""
    start = repository.read("en").index("## Beds")
    end = repository.read("en").index("## Recap")
    repository.commit(en=repository.read("en")[:start] + repository.read("en")[end:])
    assert repository.states == {"beds": "orphan"}


def test_a_moved_section_stays_current(repository: Repository) -> None:
    """Its place is not part of what was translated."""
    text = repository.read("en")
    beds, recap = text.index("## Beds"), text.index("## Recap")
    repository.commit(en=f"{text[:beds]}{text[recap:]}\n{text[beds:recap]}")
    assert repository.states == {}


@pytest.mark.parametrize(
    ("old", "new", "states"),
    [
        ("second = 2", "second = 3", {"huts": "code changed"}),
        ("third = 3", "third = 4", {}),
        ("first = 1\n", "first = 1\n\n", {"huts": "code changed"}),
    ],
)
def test_the_included_file_counts_where_it_is_shown(
    repository: Repository, old: str, new: str, states: dict[str, str]
) -> None:
    """The page itself has not changed, but what its readers see has."""
    path = "docs_src/huts/tutorial001.py"
    repository.project.change({path: repository.project.read(path).replace(old, new)})
    assert repository.commit().states == states


def test_a_comments_options_are_code_and_its_alt_text_is_prose(
    make_repository: Callable[..., Repository],
) -> None:
    """A screenshot taken elsewhere says nothing new."""
    comment = '<!-- screenshot: page=/docs alt="The docs" -->\n'
    made = make_repository(
        f"# A {{ #a }}\n\n{comment}", f"# A {{ #a }}\n\n{comment.replace('The', 'La')}"
    )
    made.sync()
    assert made.commit().states == {}
    assert made.change("en", "/docs", "/redoc").states == {"a": "code changed"}
    assert made.change("en", "The docs", "Its docs").states == {"a": "prose changed"}


def test_a_translation_edited_without_sync_is_as_current_as_before(repository: Repository) -> None:
    """What was recorded is what English was."""
    assert repository.change("es", "Un refugio", "Cada refugio").states == {}
    repository.change("en", "A hut", "Each hut").change("es", "Cada", "Todo")
    assert repository.states == {"huts": "prose changed"}
    assert repository.sync("huts").pinned
    assert repository.states == {}


def test_a_mechanical_commit_over_all_languages_changes_no_state(repository: Repository) -> None:
    """Nor does its date: only what the pages say counts."""
    repository.change("en", "still free", "free")
    repository.commit(es=repository.read("es").replace("\n\n## ", "\n\n\n## "))
    assert repository.states == {"beds": "prose changed"}


def test_a_merge_of_two_translators_work_on_one_page(repository: Repository) -> None:
    """Each has brought one section up to date; the merge has both."""
    repository.change("en", "A hut has", "Each hut has").change("en", "* Huts have", "* All have")
    main = repository.git("branch", "--show-current").strip()
    for branch, section, old, new in (
        ("one", "huts", "Un refugio tiene", "Cada refugio tiene"),
        ("two", "recap", "* Los refugios tienen", "* Todos tienen"),
    ):
        repository.git("switch", "-q", "-c", branch, main)
        repository.change("es", old, new).sync(section)
        repository.commit()
    assert repository.states == {"huts": "prose changed"}
    repository.git("merge", "-q", "one", "-m", "Merge")
    assert repository.states == {}


def test_a_shallow_clone_knows_the_states_but_not_the_old_text(
    repository: Repository, tmp_path: Path
) -> None:
    """The record is all that is asked for; the difference says what it lacks."""
    repository.change("en", "still free", "free")
    target = tmp_path / "clone"
    source = f"file://{repository.root}"
    command = ["git", "clone", "-q", "--depth=1", source, str(target)]
    subprocess.run(command, check=True, capture_output=True)
    clone = Repository(Project(target))
    assert clone.states == {"beds": "prose changed"}
    (full,) = differences.differences(repository.page, repository.root)
    (shallow,) = differences.differences(clone.page, clone.root)
    assert "are [-still -]free" in differences.as_text(full)
    assert "the history is not there" in differences.as_text(shallow)
    assert "to count the beds that are free tonight" in differences.as_text(shallow)


def test_a_typo_is_accepted_with_a_reason(repository: Repository) -> None:
    """Only stale sections can be, and the reason stays until the section is edited."""
    repository.change("en", "still free", "still fre")
    sync.apply(repository.root, [sync.accept(repository.page, [], "a typo\n only")])
    assert repository.commit().states == {}
    assert "accepted:\n    beds: a typo only\n" in repository.read("es")
    repository.sync()
    assert "accepted:" in repository.read("es")
    repository.change("es", "esta noche", "hoy").sync()
    assert "accepted:" not in repository.read("es")
    with pytest.raises(DocsError, match="English has not changed in the section 'beds'"):
        sync.accept(repository.page, ["beds"], "again")
    with pytest.raises(DocsError, match="there is no reason"):
        sync.accept(repository.page, [], " ")


def test_sync_leaves_what_only_english_has_changed(repository: Repository) -> None:
    """Nobody has looked at it: it stays stale, with the English page that it was made from."""
    old = repository.page.record
    assert old is not None
    repository.change("en", "still free", "free")
    repository.change("en", "* Huts have", "* All have").change("es", "* Los refugios", "* Todos")
    change = repository.sync("recap")
    assert change.left == {"beds": "English has changed, the translation has not"}
    assert repository.states == {"beds": "prose changed"}
    now = repository.page.record
    assert now is not None
    assert now.entries["recap"].blob != old.entries["recap"].blob
    assert now.entries["beds"] == old.entries["beds"]
    (found,) = differences.differences(repository.page, repository.root)
    assert "[-still -]" in differences.as_text(found)


def test_sync_records_no_section_for_an_edit_alone(repository: Repository) -> None:
    """It may have been a typo, before English changed or after it; who translated it says so."""
    repository.change("es", "Un refugio", "Cada refugio")
    repository.change("en", "A hut has", "Each hut has").change("en", "still free", "free")
    repository.change("es", "esta noche", "hoy")
    change = repository.sync()
    assert [*change.left] == ["huts", "beds"]
    assert "run `docs translations sync es huts.md --done beds`" in change.left["beds"]
    assert repository.states == {"huts": "prose changed", "beds": "prose changed"}
    assert [*repository.sync("beds").left] == ["huts"]
    assert repository.states == {"huts": "prose changed"}


def test_sync_records_no_translated_comment_for_a_change_of_code(repository: Repository) -> None:
    """A comment in a code block is translated, and may say what English no longer does."""
    repository.change("en", "// In the folder", "// Inside the folder")
    assert "`docs translations propagate`" in repository.sync().left["beds"]
    assert repository.states == {"beds": "code changed"}
    assert not repository.change("es", "// En la", "// Dentro de la").sync("beds").left
    assert repository.states == {}


@pytest.mark.parametrize(
    ("done", "message"),
    [
        ("beds", "in the section 'beds', and the translation has not"),
        ("bed", "there is no section 'bed'"),
    ],
)
def test_only_what_was_edited_can_be_done(repository: Repository, done: str, message: str) -> None:
    """Where English has changed; `accept` is for what needs no edit."""
    before = repository.change("en", "still free", "free").read("es")
    with pytest.raises(DocsError, match=message):
        repository.sync(done)
    assert repository.read("es") == before


def test_sync_refuses_a_page_that_breaks_a_rule(repository: Repository) -> None:
    """Nothing of it is recorded, and the finding says where and what."""
    repository.change("es", "`beds()`", "beds")
    before = repository.read("es")
    change = repository.sync()
    assert [str(f).split("\n")[0] for f in change.findings] == [
        "docs/es/huts.md:21: T006 it lacks `beds()` (section 'beds')"
    ]
    assert repository.read("es") == before


def test_sync_twice_changes_nothing(repository: Repository) -> None:
    """The second time nothing is written."""
    assert sync.apply(repository.root, [sync.plan(repository.page)]) == ()


def test_a_rule_is_silenced_in_one_section(repository: Repository) -> None:
    """With a reason, for a rule and a section that there are."""
    repository.change("es", "`beds()`", "beds")
    reason = "no code in Spanish"
    sync.apply(repository.root, [sync.silence(repository.page, "T006", "beds", reason)])
    assert not repository.sync().is_refused
    assert repository.page.record is not None
    assert repository.page.record.silenced == {"beds": {"T006": reason}}
    for arguments, message in (
        (("T999", "beds", "x"), "no rule 'T999'"),
        (("T001", "beds", "x"), "no rule 'T001'"),
        (("T006", "bed", "x"), "no section 'bed'"),
        (("T006", "beds", ""), "there is no reason"),
    ):
        with pytest.raises(DocsError, match=message):
            sync.silence(repository.page, *arguments)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    recap:\n      ", "    recap:\n      x", "the sync record of 'recap' can't be read"),
        ("  sections:\n", "  sections: [1]\n  other:\n", "`sections` of the sync record is no"),
    ],
)
def test_a_damaged_record_is_told(repository: Repository, old: str, new: str, message: str) -> None:
    """With its line and what to do."""
    with pytest.raises(DocsError, match=f"docs/es/huts.md:3: {message}"):
        _ = repository.change("es", old, new).page


def test_pages_are_chosen_by_language_and_path(repository: Repository) -> None:
    """A page is named from its language's folder, or from the root."""
    bench = Workbench.of(repository.project.tree)
    every = [page.path for page in bench.chosen()]
    assert every == ["docs/es/huts.md"]
    for name in ("huts.md", "huts", "docs/es/huts.md", "docs/en/huts.md"):
        assert [page.path for page in bench.chosen("es", [name])] == every
    with pytest.raises(DocsError, match=r"no translation of hut.md\n.*did you mean huts.md"):
        bench.chosen("es", ["hut.md"])
    with pytest.raises(DocsError, match="there is no language 'xx'"):
        bench.chosen("xx")


def test_an_id_that_yaml_reads_as_something_else(
    make_repository: Callable[..., Repository],
) -> None:
    """The record is read as it was written, and the rest of the front matter stays as it was."""
    made = make_repository(
        "---\nhide: [toc] # so wide\n---\n\n# A { #422 }\n\n## B { #yes }\n",
        "---\nhide: [toc] # ancho\n---\n\n# A { #422 }\n\n## B { #yes }\n",
    )
    made.sync()
    assert made.states == {}
    assert made.read("es").startswith("---\nhide: [toc] # ancho\nsync:\n  sections:\n")
