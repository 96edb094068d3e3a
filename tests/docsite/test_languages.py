"""The registered languages, and the site's own words in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from scripts.docsite import languages
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import Language
from scripts.docsite.model import PageKey
from tests.support import LANGUAGES, Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]
EN = "  en: {name: English, direction: ltr, theme: en, search: en}\n"


def test_languages_are_listed_english_first(make_project: Make) -> None:
    """The others follow by code, whatever the order in the file."""
    text = LANGUAGES.replace(EN, "") + "\n# more\n"
    text = text.replace("never_translated:", f"{EN}never_translated:")
    known = languages.load(make_project({"data/languages.yml": text}).root)
    assert known.codes == ("en", "es", "fa")
    assert known["fa"] == Language("fa", "فارسی", "rtl", "fa", None)
    assert known.source.is_source
    assert "es" in known
    assert "xx" not in known


@pytest.mark.parametrize(
    ("code", "prefix", "tag"),
    [
        ("en", "", "en"),
        ("es", "es/", "es"),
        ("zh-hant", "zh-hant/", "zh-Hant"),
        ("pt-br", "pt-br/", "pt-BR"),
        ("sr-latn-rs", "sr-latn-rs/", "sr-Latn-RS"),
        ("ca-valencia", "ca-valencia/", "ca-valencia"),
    ],
)
def test_a_code_gives_folder_and_tag(code: str, prefix: str, tag: str) -> None:
    """The folder is the code, the tag is written as BCP 47 wants it."""
    language = Language(code, "", "ltr", "en", None)
    assert (language.prefix, language.tag) == (prefix, tag)


@pytest.mark.parametrize(
    ("key", "never"),
    [
        ("reference/app.md", True),
        ("reference/a/b.md", True),
        ("release-notes.md", True),
        ("reference.md", False),
        ("tutorial/release-notes.md", False),
        ("index.md", False),
    ],
)
def test_pages_that_are_never_translated(make_project: Make, key: str, never: bool) -> None:
    """A folder stands for all pages below it, a page for itself alone."""
    known = languages.load(make_project({"data/languages.yml": LANGUAGES}).root)
    assert known.is_never_translated(PageKey(key)) is never


def test_an_unknown_language_is_refused(make_project: Make) -> None:
    """The error lists the known ones."""
    known = languages.load(make_project({}).root)
    with pytest.raises(DocsError, match=r"there is no language 'xx'\n  → known are en, es, fa"):
        known["xx"]
    with pytest.raises(DocsError, match=r"English is what is translated"):
        known.translated("en")
    assert known.translated("es") == known["es"]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("[]", 1, "no mapping `languages`"),
        ("languages: {es: 1}", 1, "no mapping `languages` with an entry `en`"),
        (f"languages:\n{EN}  ES: {{}}\n", 3, "'ES' is no language code"),
        (f"languages:\n{EN}  es: {{name: x}}\n", 3, "the entry of 'es' is not complete"),
        (f"languages:\n{EN}  es: {{name: x, direction: ltr, theme: x, y: 1}}\n", 3, "not complete"),
        (f"languages:\n{EN}  es: {{name: x, direction: up, theme: x}}\n", 3, "the direction of"),
        (f"languages:\n{EN}  no: {{name: norsk}}\n", 3, "the key False is no text"),
        (f"languages:\n{EN}never_translated: a.md\n", 3, "`never_translated` is no list"),
        (f"languages:\n{EN}never_translate: [a.md]\n", 3, "no setting 'never_translate'"),
    ],
)
def test_a_fault_of_the_file_is_told(
    make_project: Make, text: str, place: int, message: str
) -> None:
    """With its line, and what to write."""
    project = make_project({"data/languages.yml": text})
    with pytest.raises(DocsError) as caught:
        languages.load(project.root)
    assert str(caught.value.location) == f"data/languages.yml:{place}"
    assert message in caught.value.message
    assert caught.value.hint


def test_words_that_a_language_lacks_come_in_english(make_project: Make) -> None:
    """So does every word of a language without a file; a word of no use is left out."""
    files = {
        "data/messages/en.yml": "a: A\nb: B\n",
        "data/messages/es.yml": "b: Be\nc: Ce\n",
        "data/messages/fa.yml": None,
    }
    root = make_project(files).root
    assert dict(languages.messages(root, "es")) == {"a": "A", "b": "Be"}
    assert dict(languages.messages(root, "fa")) == {"a": "A", "b": "B"}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("- a\n", 1, "no mapping of names to texts"),
        ("a: A\nb: 1\n", 2, "'b' is no text"),
        ("a: A\nyes: B\n", 2, "the key True is no text"),
    ],
)
def test_words_that_are_no_texts_are_refused(
    make_project: Make, text: str, line: int, message: str
) -> None:
    """A number would be shown in the wrong form, a list not at all."""
    project = make_project({"data/messages/es.yml": text})
    with pytest.raises(DocsError, match=message) as caught:
        languages.messages(project.root, "es")
    assert str(caught.value.location) == f"data/messages/es.yml:{line}"
