"""What an English change means for the translations, told from git's objects."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scripts.docs import app
from scripts.docsite import report
from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey
from scripts.docsite.translations import snapshots
from scripts.docsite.translations.impact import Impact, PageImpact, impact
from scripts.docsite.translations.impact_report import as_findings, as_markdown
from tests.docsite.translations.conftest import ENGLISH, KEY, SPANISH, Repository


def since(repository: Repository, base: str = "HEAD~1", head: str | None = None) -> Impact:
    """Return the impact of what changed since a commit."""
    return impact(repository.root, base, head)


def told(found: Impact) -> dict[str, tuple[str, dict[str, str]]]:
    """Return the sections that changed: how, and what becomes of them in each language."""
    return {
        section.id: (section.change.value, {c: e.value for c, e in section.effects.items()})
        for page in found.pages
        for section in page.sections
    }


def page_of(found: Impact) -> PageImpact:
    """Return the one page that something happened to."""
    (page,) = found.pages
    return page


def test_nothing_changes_for_the_translations(repository: Repository) -> None:
    """Wrapping is no change, and a change of a translation alone is none of English."""
    repository.change("en", "A hut has beds. The", "A hut has beds.\nThe")
    assert since(repository).pages == ()
    repository.change("es", "camas.", "muchas camas.")
    assert since(repository).pages == ()
    assert "every translation stays as it is" in as_markdown(since(repository))


def test_a_changed_text_falls_behind(repository: Repository) -> None:
    """In each language that has the page, and only in the section that changed."""
    repository.change("en", "A hut has", "Each hut has")
    found = since(repository)
    assert told(found) == {"huts": ("text", {"es": "falls behind"})}
    (section,) = page_of(found).sections
    assert (section.line, section.words) == (5, 13)


def test_changes_that_are_not_committed_count(repository: Repository) -> None:
    """What is in the files is compared, unless a head is named."""
    text = repository.read("en").replace("A hut has", "Each hut has")
    repository.project.change({f"docs/en/{KEY}": text})
    assert set(told(since(repository, "HEAD"))) == {"huts"}
    assert since(repository, "HEAD", "HEAD").pages == ()


def test_a_translation_that_follows_is_up_to_date(repository: Repository) -> None:
    """It was translated in the same change."""
    repository.change("en", "A hut has", "Each hut has").change("es", "Un refugio", "Cada refugio")
    assert told(since(repository, "HEAD~2")) == {"huts": ("text", {"es": "falls behind"})}
    assert not repository.sync("huts").is_refused
    assert told(since(repository, "HEAD~2")) == {"huts": ("text", {"es": "up to date"})}
    assert "no text is to be translated" in as_markdown(since(repository, "HEAD~2"))


def test_what_was_behind_before_is_told_apart(repository: Repository) -> None:
    """So that nobody is blamed for it."""
    repository.change("en", "A hut has", "Each hut has").change("en", "Each hut", "Every hut")
    assert told(since(repository)) == {"huts": ("text", {"es": "was behind already"})}


def test_an_included_file_is_code_of_its_section(repository: Repository) -> None:
    """The page itself does not change; a line that it does not show changes nothing."""
    path = "docs_src/huts/tutorial001.py"
    repository.project.change({path: "first = 1\nsecond = 2\nthird = 4\n"})
    assert since(repository, "HEAD").pages == ()
    repository.project.change({path: "first = 1\nsecond = 5\nthird = 3\n"})
    assert told(since(repository, "HEAD")) == {"huts": ("code", {"es": "code differs"})}
    assert "docs translations propagate" in as_markdown(since(repository, "HEAD"))


def test_sections_come_go_and_get_another_id(repository: Repository) -> None:
    """A section with the same text under another id is the same section."""
    repository.change(
        "en", "## Beds { #beds }", "## New { #new }\n\nText.\n\n## Beds { #free-beds }"
    )
    repository.change("en", "## Recap { #recap }\n\n* Huts have beds.\n* Beds are counted.\n", "")
    assert told(since(repository, "HEAD~2")) == {
        "new": ("new", {"es": "shown in English"}),
        "free-beds": ("new id", {"es": "shown in English"}),
        "recap": ("removed", {"es": "not shown any more"}),
    }
    assert "new id, was `beds`" in as_markdown(since(repository, "HEAD~2"))


def test_a_page_without_a_record_is_told(make_repository: Callable[..., Repository]) -> None:
    """Nobody is told that it is behind, so its translators should be."""
    repository = make_repository()
    repository.change("en", "A hut has", "Each hut has")
    assert told(since(repository)) == {"huts": ("text", {"es": "never recorded"})}


def moved(repository: Repository, spanish: str | None) -> Repository:
    """Move the English page, and the Spanish one to `spanish`."""
    texts = {code: repository.read(code) for code in ("en", "es")}
    repository.project.change({f"docs/en/{KEY}": None, "docs/en/cabins.md": texts["en"]})
    if spanish:
        repository.project.change({f"docs/es/{KEY}": None, spanish: texts["es"]})
    return repository.commit()


def test_a_moved_page_is_found_by_its_text(repository: Repository) -> None:
    """A translation that stays behind is lost to readers."""
    page = page_of(since(moved(repository, None)))
    assert (page.key, page.was, page.lost, page.sections) == ("cabins.md", KEY, ["es"], ())
    assert "readers get the page in English: `es`" in as_markdown(since(repository))


def test_a_moved_page_is_found_by_its_redirect(repository: Repository) -> None:
    """Its text may be another one then; a translation that moves along is kept."""
    repository.project.change({"data/redirects.yml": "huts.md: cabins.md\n"})
    moved(repository, "docs/es/cabins.md")
    text = "# Cabins { #cabins }\n\nAll is new.\n"
    repository.project.change({"docs/en/cabins.md": text})
    page = page_of(since(repository))
    assert (page.was, page.lost) == (KEY, [])
    assert [section.id for section in page.sections][:2] == ["cabins", "front-matter"]
    assert "moved along" in as_markdown(since(repository))


def test_pages_come_and_go(repository: Repository) -> None:
    """A removed page leaves its translations to be removed."""
    repository.project.change({f"docs/en/{KEY}": None, "docs/en/new.md": "# New { #new }\n"})
    found = {page.key: page for page in since(repository, "HEAD").pages}
    assert (found[KEY].is_removed, found[KEY].lost) == (True, ["es"])
    assert found[PageKey("new.md")].is_new
    text = as_markdown(since(repository, "HEAD"))
    assert "| page removed | | to be removed: `es` |" in text
    assert "Not translated into any language: 1 page is new." in text


def test_old_addresses_that_nothing_answers_are_told(repository: Repository) -> None:
    """Of all pages, also of those without translations, until a redirect leads on."""
    files = {"docs/en/reference/a.md": "# A { #a }\n", "docs/en/b.md": "# B { #b }\n"}
    repository.project.change(files)
    moved(repository, None).project.change({**dict.fromkeys(files), "docs/en/b/index.md": "# B\n"})
    found = since(repository, "HEAD~1")
    assert found.dead == ("huts.md",)
    found = since(repository, "HEAD")
    assert found.dead == ("reference/a.md",)
    text = as_markdown(found)
    assert text.startswith("<!-- translations-impact: 1 -->")
    assert text.endswith("for each to `data/redirects.yml`:\n\n- `reference/a.md`\n")
    text = as_markdown(since(repository, "HEAD~1"))
    assert "\n- `huts.md`, which is `cabins.md` now\n" in text
    (*_, finding) = as_findings(since(repository, "HEAD~1"))
    assert str(finding) == (
        "data/redirects.yml:1: impact huts.md is gone, and nothing leads on: links from outside to"
        " it die\n  → add `huts.md: cabins.md`"
    )
    repository.project.change({"data/redirects.yml": "huts.md: cabins.md\n"})
    assert since(repository, "HEAD~1").dead == ()
    assert "old addresses" not in as_markdown(since(repository, "HEAD~1"))


def test_a_removed_translation_is_told(repository: Repository) -> None:
    """English has not changed, and its readers get English all the same."""
    repository.project.change({f"docs/es/{KEY}": None})
    assert page_of(since(repository, "HEAD")).lost == ["es"]


def test_a_branch_is_compared_with_where_it_began(repository: Repository) -> None:
    """What happened on main since is none of its changes."""
    repository.git("branch", "main-before")
    repository.git("checkout", "-q", "-b", "topic")
    repository.change("en", "A hut has", "Each hut has")
    repository.git("checkout", "-q", "main-before")
    repository.change("en", "Huts have beds", "Huts have many beds")
    assert set(told(since(repository, "main-before", "topic"))) == {"huts"}


def test_nothing_is_checked_out(repository: Repository) -> None:
    """Neither the files nor the index are touched, and no folder is left behind."""
    repository.change("en", "A hut has", "Each hut has")
    before = repository.git("status", "--porcelain"), repository.project.files()
    since(repository, "HEAD~1", "HEAD")
    assert (repository.git("status", "--porcelain"), repository.project.files()) == before


def test_only_plain_files_are_taken(repository: Repository, tmp_path: Path) -> None:
    """A symbolic link in a commit would let its author read this machine."""
    secret = tmp_path / "secret"
    secret.write_text("key = 1\n")
    example = repository.root / "docs_src/huts/tutorial001.py"
    example.unlink()
    example.symlink_to(secret)
    repository.commit()
    with snapshots.snapshot(repository.root, snapshots.commit(repository.root, "HEAD")) as folder:
        assert not (folder / "docs_src").exists()
        assert (folder / f"docs/en/{KEY}").read_text() == ENGLISH
    assert not folder.exists()


def test_an_unknown_commit_is_told(repository: Repository) -> None:
    """With what to do; a commit's name can be no option of git."""
    with pytest.raises(DocsError, match="git knows no commit 'gone' here") as error:
        since(repository, "gone")
    assert "git fetch origin gone" in error.value.hint
    with pytest.raises(DocsError, match="git knows no commit '--all'"):
        since(repository, "--all")


def test_a_shallow_clone_is_told(repository: Repository, tmp_path: Path) -> None:
    """The commit may be there, but not in this clone."""
    repository.commit().commit()
    clone = tmp_path / "clone"
    source = f"file://{repository.root}"
    subprocess.run(["git", "clone", "-q", "--depth", "1", source, clone], check=True)
    with pytest.raises(DocsError, match="HEAD~1") as error:
        impact(clone, "HEAD~1")
    assert "git fetch --unshallow" in error.value.hint


def test_a_folder_without_history_is_told(repository: Repository, tmp_path: Path) -> None:
    """Such as an unpacked archive."""
    (repository.root / ".git").rename(tmp_path / "elsewhere")
    with pytest.raises(DocsError, match="git knows no commit") as error:
        since(repository)
    assert "without its .git" in error.value.hint


def test_a_commit_that_can_not_be_read_is_told(repository: Repository) -> None:
    """Such as one from before there were pages."""
    repository.project.change({"data/languages.yml": None})
    repository.commit()
    with pytest.raises(DocsError, match=r"the pages of the commit \w{12} can't be read"):
        since(repository, "HEAD")


def test_histories_that_do_not_meet_are_told(repository: Repository) -> None:
    """There is nothing to compare with."""
    base = repository.git("rev-parse", "HEAD").strip()
    repository.git("checkout", "-q", "--orphan", "other")
    repository.commit()
    with pytest.raises(DocsError, match="do not meet"):
        since(repository, base)


def test_ids_can_put_nothing_into_the_comment(make_repository: Callable[..., Repository]) -> None:
    """They come from whoever opens the pull request."""
    id_ = "a`@team`|<b/x>[b](https://x.example)"
    english = ENGLISH.replace("{ #beds }", f"{{ #{id_} }}")
    repository = make_repository(english, SPANISH)
    repository.change("en", "Call `beds()`", "Run `beds()`")
    comment = as_markdown(since(repository))
    (row,) = [line for line in comment.splitlines() if "#a" in line]
    assert "`#a%60%40team%60%7C%3Cb/x%3E%5Bb%5D%28https%3A//x.example%29`" in row
    assert row.count("|") == 5


def test_names_are_cut_and_rows_are_few(repository: Repository) -> None:
    """A comment has room for 65,536 characters."""
    sections = [f"## Part {n} {{ #{'x' * 200}-{n} }}\n\nText.\n" for n in range(900)]
    repository.project.change({f"docs/en/{KEY}": ENGLISH + "\n" + "\n".join(sections)})
    comment = as_markdown(since(repository, "HEAD"))
    assert len(comment) < 20_000
    assert "… and 840 more" in comment


def test_annotations_stand_at_the_english_lines(repository: Repository) -> None:
    """One for each section after which there is something to do."""
    repository.change("en", "A hut has", "Each hut has")
    text = report.as_github(as_findings(since(repository)))
    assert text == (
        "::warning file=docs/en/huts.md,line=5,title=impact::"
        "section 'huts' (text): falls behind: es%0A→ docs translations diff, accept or propagate\n"
    )


def run(repository: Repository, *arguments: str) -> str:
    """Run the command; return what it prints."""
    command = ["--root", str(repository.root), "translations", "impact", *arguments]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_command(repository: Repository) -> None:
    """Markdown for people, annotations for GitHub, JSON for programs."""
    repository.change("en", "A hut has", "Each hut has")
    comment = run(repository, "HEAD~1")
    assert comment.startswith("<!-- translations-impact: 1 -->\n\n### What becomes of")
    assert "| `docs/en/huts.md` `#huts` | text | 13 | falls behind: `es` |" in comment
    assert "| `es` | 1 | 13 | 0 | 0 |" in comment
    assert run(repository, "HEAD~1", "--format", "github").startswith("::warning file=")
    data = json.loads(run(repository, "HEAD~1", "--head", "HEAD", "--format", "json"))
    assert data["pages"][0]["sections"][0]["languages"] == {"es": "falls behind"}
    assert data["dead"] == []
