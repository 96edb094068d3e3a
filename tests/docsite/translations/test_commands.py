"""`docs translations` as its users run it."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from scripts.docs import app
from tests.docsite.translations.conftest import Repository
from tests.support import LANGUAGES


def run(repository: Repository, *arguments: str) -> tuple[int, str]:
    """Run a command on the project; return its exit status and all that it printed."""
    command = ["--root", str(repository.root), "translations", *arguments]
    result = CliRunner().invoke(app, command)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_status(repository: Repository) -> None:
    """For all languages a table, for one its pages too, as JSON for programs."""
    repository.change("en", "A hut has", "Each hut has")
    exit_code, text = run(repository, "status")
    assert exit_code == 0
    assert "\nlanguage pages current %  current prose code" in text
    assert "es       1/2" in text
    assert "fa       0/2" in text
    assert "all      1/4" in text
    assert "all " not in run(repository, "status", "es")[1]
    assert "\ndocs/es/huts.md: huts (prose changed, since " in run(repository, "status", "es")[1]
    (entry,) = json.loads(run(repository, "status", "es", "--format", "json")[1])
    assert entry["stale"] == 1


def test_status_as_a_table_of_markdown(repository: Repository) -> None:
    """With the same cells as in a terminal, and what the days leave out below."""
    repository.project.change(
        {"docs/en/huts.md": repository.read("en").replace("A hut", "Each hut")}
    )
    _, text = run(repository, "status", "--format", "markdown")
    heads, rule, spanish, *_, total, blank, told = text.splitlines()
    assert heads.startswith("| language | pages | pages current | % | words current | prose |")
    assert heads.endswith(" | oldest |") and {
        len(r.split("|")) for r in (rule, spanish, total)
    } == {len(heads.split("|"))}
    assert spanish.startswith("| es | 1/2 | 0 |") and spanish.endswith(r"| unknown\* |")
    assert (total[:7], blank) == ("| all |", "")
    assert told.startswith(r"\* behind English since a day that is not known: 1 section (")


@pytest.mark.parametrize(
    "command",
    [
        ("status", "en"),
        ("check", "en"),
        ("fix", "en", "huts.md"),
        ("sync", "en"),
        ("propagate", "en"),
        ("todo", "en"),
        ("start", "en", "huts.md"),
        ("diff", "en", "huts.md"),
        ("glossary", "en"),
        ("export", "en"),
        ("import", "en", "huts.po"),
        ("draft", "en", "huts.md"),
    ],
)
def test_nothing_is_translated_into_english(
    repository: Repository, command: tuple[str, ...]
) -> None:
    """No command takes it for one more language, of which nothing is done."""
    exit_code, text = run(repository, *command)
    assert exit_code == 1
    assert "English is what is translated\n  → name another language" in text


def test_a_dry_run_says_that_it_is_one(repository: Repository) -> None:
    """What would be changed is told, and nothing is."""
    repository.change("en", "hl[2]", "hl[1]")
    before = repository.read("es")
    exit_code, text = run(repository, "propagate", "--dry-run")
    assert exit_code == 0
    assert text.endswith("1 section recorded, 0 left\nnothing is written: it was a dry run\n")
    assert run(repository, "fix", "--dry-run")[1].endswith("it was a dry run\n")
    assert repository.read("es") == before
    assert "dry run" not in run(repository, "propagate")[1]


def test_what_english_has_changed_is_not_for_fix(repository: Repository) -> None:
    """The remedy names the command that takes it over."""
    repository.change("en", "hl[2]", "hl[1]")
    text = run(repository, "check")[1]
    assert "warning T004" in text
    assert "→ `docs translations propagate es` does what is certain; else write" in text
    repository.change("es", "hl[2]", "hl[1]").change("en", "hl[1]", "hl[2]")
    text = run(repository, "check")[1]
    assert "error T004" in text
    assert "→ run `docs translations fix es huts.md`, or write" in text


def test_a_page_that_english_has_no_more_is_told(repository: Repository) -> None:
    """And not that there is none of its name."""
    repository.project.change({"docs/es/hut.md": "# Refugio { #hut }\n"})
    text = run(repository, "check", "es", "hut.md")[1]
    assert text.startswith("docs/es/hut.md:1: English has no page hut.md\n  → move it; ")


def test_only_what_is_behind_can_be_accepted(repository: Repository) -> None:
    """The error tells what there is."""
    accept = ("accept", "es", "huts.md", "--reason", "the same")
    text = run(repository, *accept, "beds")[1]
    assert "English has not changed in the section 'beds'\n  → it has in no section" in text
    repository.change("en", "A hut has", "Each hut has")
    assert "  → it has in huts\n" in run(repository, *accept, "beds")[1]
    text = run(repository, *accept, "bed")[1]
    assert "there is no section 'bed'\n  → there are front-matter, huts, beds, recap\n" in text


def test_todo_of_one_page(repository: Repository) -> None:
    """For who has begun it; a page that is not to be translated is refused."""
    repository.change("en", "A hut has", "Each hut has")
    text = run(repository, "todo", "es", "huts")[1]
    assert "'huts' (about 1 word)" in text
    assert "index.md" not in text
    assert "there is no English page hut.md" in run(repository, "todo", "es", "hut")[1]
    repository.project.change({"data/languages.yml": LANGUAGES})
    assert "the page is never translated" in run(repository, "todo", "es", "release-notes.md")[1]
    never = run(repository, "check", "es", "release-notes.md")[1]
    assert "there is no translation of release-notes.md\n  → data/languages.yml" in never


def test_check(repository: Repository) -> None:
    """Findings end it with 1; the rules can be listed."""
    assert run(repository, "check") == (0, "nothing found\n")
    repository.change("es", "[mapa](index.md)", "mapa")
    exit_code, text = run(repository, "check", "es", "huts.md")
    assert exit_code == 1
    assert "T007 it lacks index.md" in text
    assert "T013  the front matter differs" in run(repository, "check", "--list")[1]


def test_sync_and_accept(repository: Repository) -> None:
    """What is left behind is told, and can be accepted."""
    assert run(repository, "sync") == (0, "there is nothing new to record\n")
    repository.change("en", "A hut has", "Each hut has").change("es", "esta noche", "hoy")
    exit_code, text = run(repository, "sync", "es", "huts.md")
    assert exit_code == 1
    written = "written: docs/es/huts.md (1 section recorded)\n"
    assert f"{written}left: docs/es/huts.md 'huts': English has" in text
    assert "sections are still behind English" in text
    accept = ("accept", "es", "huts.md", "huts")
    assert "there is no reason" in run(repository, *accept)[1]
    assert run(repository, *accept, "--reason", "the same") == (0, written)
    assert repository.states == {}


def test_sync_counts_what_it_records(repository: Repository) -> None:
    """The sections that are new in the record, or of which it says something else."""
    page = repository.read("es")
    start, end = page.index("sync:"), page.index("---\n", 4)
    repository.project.change({"docs/es/huts.md": page[:start] + page[end:]})
    told = "written: docs/es/huts.md (4 sections recorded)\n"
    assert run(repository, "sync", "es") == (0, told)
    assert repository.read("es") == page


def test_sync_records_what_is_done(repository: Repository) -> None:
    """Of one page, which is named; the command for it is told."""
    repository.change("en", "A hut has", "Each hut has").change("es", "Un refugio", "Cada refugio")
    exit_code, text = run(repository, "sync")
    assert exit_code == 1
    command = "sync es huts.md --done huts"
    assert f"run `docs translations {command}`" in text
    assert "name the page" in run(repository, "sync", "es", "--done", "huts")[1]
    repository.change("en", "Huts have", "All huts have")
    exit_code, text = run(repository, *command.split())
    assert exit_code == 0
    written = "written: docs/es/huts.md (1 section recorded)\n"
    assert text.startswith(f"{written}left: docs/es/huts.md 'recap': ")
    assert repository.states == {"recap": "prose changed"}


def test_accepting_one_section_is_no_failure_because_of_others(repository: Repository) -> None:
    """Who names sections means those."""
    repository.change("en", "A hut has", "Each hut has").change("en", "Huts have", "All huts have")
    accept = ("accept", "es", "huts.md", "huts", "--reason", "the same")
    assert run(repository, *accept) == (0, "written: docs/es/huts.md (1 section recorded)\n")
    assert repository.states == {"recap": "prose changed"}


def test_sync_refuses(repository: Repository) -> None:
    """A page that breaks a rule, until it is mended or the rule silenced."""
    repository.change("es", "[mapa](index.md)", "mapa")
    exit_code, text = run(repository, "sync")
    assert exit_code == 1
    assert "T007" in text
    silence = ("silence", "T007", "es", "huts.md", "huts", "--reason", "no map")
    assert run(repository, *silence) == (0, "written: docs/es/huts.md\n")
    other = ("silence", "T001", "es", "huts.md", "huts", "--reason", "no map")
    assert "`docs translations check --list` lists the rules" in run(repository, *other)[1]
    assert run(repository, "check")[0] == 0


def test_diff(repository: Repository) -> None:
    """The words that changed, and the translation beside them."""
    assert run(repository, "diff", "es", "huts.md") == (0, "every section is current\n")
    repository.change("en", "A hut has", "Each hut has")
    text = run(repository, "diff", "es", "huts.md")[1]
    assert text.startswith("docs/en/huts.md:5: 'huts' (prose changed)\n")
    assert "[-A-]{+Each+} hut has beds." in text
    line = repository.read("es").split("\n").index("# Refugios { #huts }") + 1
    assert f"--- the translation, docs/es/huts.md:{line} ---\n\n# Refugios" in text


def test_diff_of_code_and_of_what_is_missing_or_gone(repository: Repository) -> None:
    """Each says what there is to see."""
    path = "docs_src/huts/tutorial001.py"
    repository.project.change({path: "first = 2\nsecond = 2\n"})
    assert "a file that it includes has changed" in run(repository, "diff", "es", "huts.md")[1]
    repository.change("en", "{ #recap }", "{ #end }")
    text = run(repository, "diff", "es", "huts.md")[1]
    assert "'end' (missing)\n\n## Recap { #end }" in text
    assert "--- the translation, docs/es/huts.md ---\n\n(none)" in text
    assert "'recap' (orphan)\n\n[-## Recap" in text


def test_a_page_that_is_not_there_yet_can_be_started(repository: Repository) -> None:
    """Each command says so; afterwards, what is marked is told, and nothing is called current."""
    for command in ("diff", "sync", "check"):
        exit_code, text = run(repository, command, "es", "index.md")
        assert exit_code == 1
        assert "`docs translations start es index.md`" in text
    assert run(repository, "start", "es", "index.md")[0] == 0
    assert "to be translated: " in run(repository, "diff", "es", "index.md")[1]
    assert run(repository, "sync", "es", "index.md") == (0, "there is nothing new to record\n")
