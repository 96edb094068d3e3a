"""Glossaries: terms are found in every script, and what is said otherwise is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from scripts.docs import app
from scripts.docsite import checks
from scripts.docsite.errors import DocsError
from scripts.docsite.translations import sync
from scripts.docsite.translations.checking import check
from scripts.docsite.translations.composition import is_behind
from scripts.docsite.translations.glossary import terms
from scripts.docsite.translations.glossary.matching import Form, Phrases, english_words, folded
from scripts.docsite.translations.states import State, Translation, Workbench
from tests.docsite.translations.conftest import ENGLISH, EXAMPLE, KEY, SPANISH
from tests.support import REPOSITORY, Project, copy_repository_file, make_project

BEDS = """\
terms:
  bed:
    use: [cama, "litera*"]
    avoid:
      "catre*": cama
    note: where people sleep
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project with a Spanish page and a Spanish glossary that it breaks."""
    files = {
        f"docs/en/{KEY}": ENGLISH,
        f"docs/es/{KEY}": SPANISH,
        "docs_src/huts/tutorial001.py": EXAMPLE,
        "data/glossary/es.yml": BEDS,
    }
    return copy_repository_file(make_project(tmp_path / "project", files), terms.SCHEMA)


def edit(project: Project, path: str, old: str, new: str) -> None:
    """Replace a text of a file, which must be there."""
    assert old in project.read(path)
    project.change({path: project.read(path).replace(old, new)})


def page_of(project: Project) -> Translation:
    """Return the Spanish page, read anew."""
    found = Workbench.of(project.tree).translation("es", KEY)
    assert found is not None
    return found


def told(project: Project) -> list[str]:
    """Return the places and codes of what is wrong with the Spanish page."""
    return [
        f"{found.location.line} {found.code} {found.message}" for found in check(page_of(project))
    ]


@pytest.mark.parametrize(
    ("form", "text", "is_there"),
    [
        ("cama", "La cama.", True),
        ("cama", "Las camas.", False),
        ("cama*", "Las camas.", True),
        ("cama", "La recama.", False),
        ("parámetro* de ruta", "Los parámetros\nde ruta", True),
        ("зависимост*", "О зависимостях.", True),
        ("istek", "İstek gövdesi", True),
        ("paramètre d'en-tête", "Un paramètre d’en-tête", True),
        ("スキーマ", "OpenAPI スキーマを", True),
        ("スキーマ", "メタスキーマ", False),
        ("パス", "パスワード", False),
        ("ヘッダー", "Cookie・ヘッダー・フォーム", True),
        ("スキーマ*", "スキーマファイル", True),
        ("検証", "再検証する", True),
        ("의존성", "이 의존성을 호출", True),
        ("의존성", "비의존성", False),
        ("校验", "数据校验器", True),
        ("API", "使用API时", True),
        ("API", "使用APIs", False),
        ("کوکی*", "کوکی‌ها", True),
        ("کوکی", "کوکی‌ها", False),
        ("بدنه* درخواست", "بدنهٔ درخواست", True),
    ],
)
def test_a_form_is_found_by_the_rules_of_its_script(form: str, text: str, is_there: bool) -> None:
    """With its endings where it has a star; letters beside it spoil it where they would."""
    assert (Form(form).find(folded(text)) is not None) == is_there


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A dependency, dependencies.", ["dependency", "dependency"]),
        ("Dependency\ninjection", ["dependency injection"]),
        ("statuses and the status code", ["status", "status code"]),
        ("independency", []),
        ("a dependency-like thing", []),
        ("The status: code is **status** code.", ["status", "status code"]),
        ("one dependency. Injection, [dependency](a.md) injection", ["dependency"] * 2),
    ],
)
def test_english_terms_are_found_by_their_words(text: str, found: list[str]) -> None:
    """In singular and plural, not across a mark; of two that overlap only the longer one."""
    known = ("dependency", "dependency injection", "status", "status code")
    assert [term for term, *_ in Phrases(known).find(english_words(text))] == found


def test_a_page_that_keeps_to_the_glossary_passes(project: Project) -> None:
    """A term counts only where the English section has it; code and addresses are no text."""
    edit(project, "data/glossary/es.yml", "[cama,", '["cama*",')
    for language in ("en", "es"):
        edit(project, f"docs/{language}/{KEY}", "(index.md)", "(index.md) `bed`, <b:bed>")
    assert told(project) == []


def test_a_missing_and_a_banned_word_are_told(project: Project) -> None:
    """Each with its line, what is better, and the note."""
    edit(project, f"docs/es/{KEY}", "Un refugio tiene camas.", "Un refugio\ntiene catres.")
    assert [line for line in told(project) if "(section 'huts')" in line] == [
        f"5 T014 English says 'beds' (docs/en/{KEY}:7), and 'cama' is not here"
        " (where people sleep) (section 'huts')",
        "8 T014 not 'catre' but 'cama' is the word for 'bed' (where people sleep) (section 'huts')",
    ]


def test_english_is_told_as_it_says_the_term(project: Project) -> None:
    """With the line where it is first said by itself, and not as a part of a longer term."""
    more = f"{BEDS}  bed linen:\n    use: [ropa]\n"
    project.change({"data/glossary/es.yml": more})
    edit(project, f"docs/en/{KEY}", "A hut has beds.", "Take bed linen.\n\nA hut has a *Big\nBed*.")
    edit(project, f"docs/es/{KEY}", "Un refugio tiene camas.", "Un refugio tiene ropa.")
    (line,) = [line for line in told(project) if "(section 'huts')" in line]
    assert f"English says 'Bed' (docs/en/{KEY}:10), and 'cama' is not here" in line


def test_the_description_has_its_own_line(project: Project) -> None:
    """It is not the first of the page."""
    edit(project, f"docs/es/{KEY}", "una cama", "un catre")
    assert [line for line in told(project) if "(the front matter)" in line] == [
        f"1 T014 English says 'bed' (docs/en/{KEY}:2), and 'cama' is not here"
        " (where people sleep) (the front matter)",
        "2 T014 not 'catre' but 'cama' is the word for 'bed' (where people sleep)"
        " (the front matter)",
    ]


def test_a_term_may_be_stressed_in_part(project: Project) -> None:
    """As in English, where the marks stand between its words or in one of them, too."""
    edit(project, "data/glossary/es.yml", '[cama, "litera*"]', '["cama* de litera"]')
    edit(project, f"docs/es/{KEY}", "Un refugio tiene camas.", "Tiene camas de **litera**.")
    assert [line for line in told(project) if "(section 'huts')" in line] == []


def test_a_broken_term_refuses_a_sync_until_it_is_silenced(project: Project) -> None:
    """As every other rule does."""
    change = sync.plan(page_of(project))
    assert change.is_refused
    broken = {found.message.split("'")[-2] for found in change.findings}
    assert {found.code for found in change.findings} == {"T014"}
    for id_ in broken:
        sync.apply(project.root, [sync.silence(page_of(project), "T014", id_, "bunks")])
    assert not sync.plan(page_of(project)).is_refused


def test_a_term_makes_no_notice(project: Project) -> None:
    """Readers are told that English has changed, and not how terms are said."""
    edit(project, "data/glossary/es.yml", "[cama,", '["cama*",')
    sync.apply(project.root, [sync.plan(page_of(project))])
    project.change({"docs_src/huts/tutorial001.py": "one = 1\ntwo = 2\n"})
    project.change({"data/glossary/es.yml": BEDS})
    page = page_of(project)
    assert page.states["huts"] is State.CODE_CHANGED
    assert [finding for finding in check(page) if "'huts'" in finding.message]
    assert not is_behind(page, "huts")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("terms: []\n", 1, "terms: is not a mapping"),
        ("terms:\n  bed: {}\n", 2, "terms.bed: `use` is missing"),
        ("terms:\n  bed:\n    use: [cama]\n    say: 1\n", 4, "terms.bed.say: is no key here"),
        ("terms:\n  bed:\n    use: []\n", 3, "terms.bed.use: [] should be non-empty"),
        ("terms: {\n", 2, "the file is no YAML"),
    ],
)
def test_a_faulty_file_is_told_with_its_line(
    project: Project, text: str, place: int, message: str
) -> None:
    """By `docs check` as a finding, and by whatever needs the terms as an error."""
    project.change({"data/glossary/es.yml": text})
    found = [f for f in checks.run(project.tree) if "glossary" in f.location.path]
    assert [(f.location.path, f.location.line) for f in found] == [("data/glossary/es.yml", place)]
    assert message in found[0].message
    with pytest.raises(DocsError, match=rf"data/glossary/es.yml:{place}: "):
        check(page_of(project))


def test_a_file_of_no_language_is_told(project: Project) -> None:
    """A typing mistake in its name would keep it from being used."""
    project.change({"data/glossary/ex.yml": BEDS})
    found = [f for f in checks.run(project.tree) if "glossary" in f.location.path]
    assert [(str(f.location), f.code) for f in found] == [("data/glossary/ex.yml:1", "M005")]


def test_the_command_shows_terms_and_faults(project: Project) -> None:
    """And says where there are none."""

    def run(code: str) -> tuple[int, str]:
        command = ["--root", str(project.root), "translations", "glossary", code]
        result = CliRunner().invoke(app, command)
        return result.exit_code, result.output

    exit_code, text = run("es")
    assert exit_code == 1
    assert "litera*" in text
    assert "T014 English says 'beds'" in text
    assert "data/glossary/fa.yml:1: there are no terms" in run("fa")[1]
    assert "there is no language 'xx'" in run("xx")[1]


def test_every_language_has_a_glossary_that_can_be_used() -> None:
    """All name the same English terms, so that no language is checked less."""
    codes = sorted(path.stem for path in (REPOSITORY / terms.FOLDER).glob("*.yml"))
    loaded = {code: terms.load(REPOSITORY, code) for code in codes}
    assert len(loaded) == 12
    assert len({tuple(glossary.terms) for glossary in loaded.values()}) == 1
    for glossary in loaded.values():
        for term in glossary.terms.values():
            assert not [str(form) for form in term.avoid if form.find(folded(str(term.use[0])))]
