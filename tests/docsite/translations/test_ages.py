"""Ages: since when English says something else, by the history of the branch."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scripts.docs import app
from scripts.docsite.translations import status
from scripts.docsite.translations.ages import Age, ages
from scripts.docsite.translations.states import Workbench
from tests.docsite.translations.conftest import Repository


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that sets the day of the commits that follow."""

    def set_day(day: str) -> None:
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00+00:00")

    return set_day


def told(repository: Repository, root: Path | None = None) -> dict[str, Age]:
    """Return the ages of the Spanish page by section."""
    (found,) = status.survey(Workbench.of(repository.project.tree), ["es"])
    stale = [section for page in found.pages for section in page.stale]
    return {section.id: age for section, age in ages(root or repository.root, stale).items()}


def test_a_section_is_as_old_as_its_own_change(
    repository: Repository, at: Callable[[str], None]
) -> None:
    """What was changed elsewhere on the page before makes it no older; wrapping is no change."""
    at("2026-03-01")
    repository.change("en", "A hut has", "Each hut has")
    at("2026-03-02")
    repository.change("en", "to count the beds that", "to count the\nbeds that")
    at("2026-03-03")
    repository.change("en", "that are still free", "still free")
    at("2026-03-04")
    repository.change("en", "still free", "free")
    assert told(repository) == {"huts": Age("2026-03-01", 4), "beds": Age("2026-03-03", 2)}


def test_what_was_taken_back_counts_from_its_return(
    repository: Repository, at: Callable[[str], None]
) -> None:
    """It was true in between."""
    for day, old, new in (
        ("2026-03-01", "A hut", "Each hut"),
        ("2026-03-02", "Each hut", "A hut"),
        ("2026-03-03", "A hut", "Each hut"),
    ):
        at(day)
        repository.change("en", old, new)
    assert told(repository) == {"huts": Age("2026-03-03", 1)}


def test_a_merged_branch_counts_from_its_merge(
    repository: Repository, at: Callable[[str], None]
) -> None:
    """From then on readers had it."""
    main = repository.git("branch", "--show-current").strip()
    at("2026-03-01")
    repository.git("checkout", "-q", "-b", "aside")
    repository.change("en", "A hut has", "Each hut has")
    repository.git("checkout", "-q", main)
    at("2026-04-01")
    repository.git("merge", "-q", "--no-ff", "-m", "Merge", "aside")
    assert told(repository) == {"huts": Age("2026-04-01", 1)}


def test_what_the_history_does_not_tell_is_not_known(
    repository: Repository, at: Callable[[str], None], tmp_path: Path
) -> None:
    """What is not committed, a shallow clone, and a folder that is no repository."""
    text = repository.read("en").replace("A hut has", "Each hut has")
    repository.project.change({"docs/en/huts.md": text})
    assert told(repository) == {}
    at("2026-03-01")
    repository.commit()
    assert told(repository) == {"huts": Age("2026-03-01", 1)}
    clone = tmp_path / "shallow"
    repository.git("clone", "-q", "--depth", "1", repository.root.as_uri(), str(clone))
    assert told(repository, clone) == {}
    assert told(repository, tmp_path / "nothing") == {}


def run(repository: Repository, *arguments: str) -> str:
    """Run the status; return what it prints."""
    command = ["--root", str(repository.root), "translations", "status", *arguments]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    return result.output


def test_no_column_is_cut_short(drafted: Repository, at: Callable[[str], None]) -> None:
    """Where all of them are there, the lines are longer than a small terminal."""
    at("2026-03-03")
    drafted.change("en", "A hut has", "Each hut has")
    _, head, spanish, persian, total = run(drafted).splitlines()
    assert head.split()[-1] == "oldest"
    assert "drafts" in head
    assert spanish.split()[-1] == total.split()[-1] == "2026-03-03"
    assert persian.split()[-1] == "0"
    assert "…" not in spanish


def test_the_status_tells_the_oldest(repository: Repository, at: Callable[[str], None]) -> None:
    """In the table where there is one, by section for one language, and in the data."""
    assert "oldest" not in run(repository)
    assert [entry["oldest"] for entry in json.loads(run(repository, "--format", "json"))] == [
        None,
        None,
    ]
    at("2026-03-03")
    repository.change("en", "A hut has", "Each hut has")
    repository.project.change(
        {"docs/en/huts.md": repository.read("en").replace("still free", "free")}
    )
    text = run(repository, "es")
    assert "oldest" in text.splitlines()[1]
    assert text.splitlines()[2].rstrip().endswith(" 2026-03-03*")
    assert "huts (prose changed, since 2026-03-03, commits: 1), beds (prose changed, since" in text
    data = json.loads(run(repository, "es", "--format", "json"))[0]["oldest"]
    assert data == {
        "page": "huts.md",
        "section": "huts",
        "since": "2026-03-03",
        "commits": 1,
        "unknown": 1,
        "in_code_alone": 0,
    }


def test_the_status_tells_what_it_does_not_know(repository: Repository) -> None:
    """Of what is not committed, or not in the history, and of code, which has no day."""
    repository.change("en", "hl[2]", "hl[1]")
    _, head, row, code, page = run(repository, "es").splitlines()
    assert head.endswith("oldest    ")
    assert row.endswith(" code alone")
    assert code == "only the code has changed, which has no day: 1 section"
    assert page == "docs/es/huts.md: huts (code changed)"
    text = repository.read("en").replace("still free", "free").replace("* Huts have", "* All have")
    repository.project.change({"docs/en/huts.md": text})
    _, _, row, unknown, _, page = run(repository, "es").splitlines()
    assert row.rstrip().endswith(" unknown*")
    assert unknown.startswith("* behind English since a day that is not known: 2 sections (")
    assert "beds (prose changed, since when is not known), recap (prose" in page
    (data,) = json.loads(run(repository, "es", "--format", "json"))
    assert data["oldest"] == {
        "page": None,
        "section": None,
        "since": None,
        "commits": None,
        "unknown": 2,
        "in_code_alone": 1,
    }
    assert run(repository).splitlines()[2].rstrip().endswith(" unknown*")
