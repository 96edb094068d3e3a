"""Registering a language: what is written, where, and what is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.docsite import checks, languages, new_language, tree
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import Language
from tests import support
from tests.support import HOME, LANGUAGES, Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]


def registered(project: Project, code: str) -> Language:
    """Register a language and return it as it is read again."""
    new_language.apply(project.root, new_language.plan(project.root, code))
    return languages.load(project.root)[code]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("nl", Language("nl", "Nederlands", "ltr", "nl", "nl")),
        ("he", Language("he", "עברית", "rtl", "he", "he")),
        ("ur", Language("ur", "اردو", "rtl", "ur", None)),
        ("pt-br", Language("pt-br", "português (Brasil)", "ltr", "pt-BR", "pt")),
        ("zh-hant", Language("zh-hant", "中文 (繁體)", "ltr", "zh-Hant", "zh")),
        ("de-at", Language("de-at", "Deutsch (Österreich)", "ltr", "de", "de")),
        ("no", Language("no", "norsk", "ltr", "en", "no")),
        ("yo", Language("yo", "Èdè Yorùbá", "ltr", "en", None)),
    ],
)
def test_a_language_is_described_by_the_cldr(
    make_project: Make, code: str, expected: Language
) -> None:
    """Its name and direction come from there; theme and search as far as they know it."""
    assert registered(make_project({}), code) == expected


def test_a_registered_language_has_only_its_home_page_to_translate(make_project: Make) -> None:
    """Its home page is marked as to be translated, its words are copies."""
    files = {f"data/abbreviations/{c}.yml": "ORM: rows\n" for c in ("en", "es", "fa")}
    project = make_project(files)
    registered(project, "nl")
    home = project.read("docs/nl/index.md")
    assert home.replace("translate: true\n", "").replace("<!-- translate -->\n\n", "") == HOME
    assert "translate: true\n" in home
    assert "<!-- translate -->\n" in home
    words = yaml.safe_load(project.read("data/messages/nl.yml"))
    assert words == yaml.safe_load(project.read("data/messages/en.yml"))
    assert "Nederlands" in project.read("data/messages/nl.yml").partition("\n")[0]
    assert project.read("data/abbreviations/nl.yml").endswith("colon.\nORM: rows\n")
    found = checks.run(tree.survey(project.root))
    assert [str(f.location) for f in found if f.code == "T001"] == ["docs/nl/index.md:1"]
    assert {finding.code for finding in found} == {"T001"}


ES = "  es: {name: español, direction: ltr, theme: es, search: es}\n"


@pytest.mark.parametrize(
    ("code", "text", "line"),
    [
        ("de", LANGUAGES, 4),
        ("eu", LANGUAGES, 5),
        ("nl", LANGUAGES, 6),
        ("ca", LANGUAGES.replace(ES, f"  # Spanish\n{ES}"), 4),
        ("nl", LANGUAGES.replace("fa: {name: فارسی,", "fa: {\n      name: فارسی,"), 7),
        ("nl", LANGUAGES.partition("\nnever")[0], 6),
        ("nl", LANGUAGES.replace("  e", "    e").replace("  fa", "    fa"), 6),
    ],
)
def test_the_entry_stands_in_its_place(make_project: Make, code: str, text: str, line: int) -> None:
    """English first, the others by code; every other line stays as it was."""
    project = make_project({"data/languages.yml": text})
    registered(project, code)
    lines = project.read("data/languages.yml").split("\n")
    assert lines[line - 1].strip().startswith(f"{code}: {{name: ")
    assert [*lines[: line - 1], *lines[line:]] == text.split("\n")


@given(st.lists(st.sampled_from(["de", "nl", "no", "pt-br", "zh", "zh-hant"]), unique=True))
def test_languages_come_out_sorted(
    tmp_path_factory: pytest.TempPathFactory, codes: list[str]
) -> None:
    """In whatever order they are registered."""
    project = support.make_project(tmp_path_factory.mktemp("project"), {})
    for code in codes:
        registered(project, code)
    listed = [
        line.split(":")[0].strip(" '\"")
        for line in project.read("data/languages.yml").split("\n")
        if line.startswith("  ") and "{" in line
    ]
    assert listed == ["en", *sorted([*codes, "es", "fa"])]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("es", "the language 'es' is registered already"),
        ("xx", "the language 'xx' is unknown"),
        ("en-xx", "the language 'en-xx' is unknown"),
        ("iw", "'iw' is an old code\n  → the language is 'he' today"),
        ("NL", "'NL' is no language code\n  → write it 'nl'"),
        ("pt_br", "'pt_br' is no language code"),
        ("pt_BR", "write it 'pt-br'"),
        ("../nl", "'../nl' is no language code"),
        ("", "'' is no language code"),
        ("da", "docs/da:1: it exists, though the language is not registered"),
        ("sv", "data/messages/sv.yml:1: it exists, though"),
    ],
)
def test_what_can_not_be_registered_is_refused(make_project: Make, code: str, message: str) -> None:
    """Nothing is written then."""
    project = make_project({"docs/da/a.txt": "", "data/messages/sv.yml": "a: A\n"})
    before = project.files()
    with pytest.raises(DocsError) as caught:
        registered(project, code)
    assert message in str(caught.value)
    assert project.files() == before


@pytest.mark.parametrize("layout", ["languages: {{en: {}}}\n", "languages: {{\n  en: {}\n}}\n"])
def test_a_file_laid_out_in_another_way_is_left(make_project: Make, layout: str) -> None:
    """The error gives the line to add by hand."""
    text = layout.format("{name: English, direction: ltr, theme: en}")
    project = make_project({"data/languages.yml": text})
    with pytest.raises(DocsError, match=r"by hand: nl: \{name: Nederlands, direction: ltr"):
        new_language.plan(project.root, "nl")


def test_the_theme_is_needed(make_project: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it nobody knows which of its translations suits."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(DocsError, match="Material for MkDocs is not installed"):
        new_language.plan(make_project({}).root, "nl")


def test_all_is_written_or_nothing(make_project: Make) -> None:
    """A folder that can't be made leaves the registration as it was."""
    project = make_project({})
    planned = new_language.plan(project.root, "nl")
    project.change({"docs/nl": "a file in the place of the folder"})
    before = project.files()
    with pytest.raises(DocsError, match=r"docs/nl/index\.md:1: it can't be written"):
        new_language.apply(project.root, planned)
    assert project.files() == before
