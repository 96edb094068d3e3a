"""A new language: its entry in `data/languages.yml`, its first page and its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import yaml
from babel import Locale, UnknownLocaleError

from scripts.docsite import abbreviations, languages, theme, tree, yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, FILE, MESSAGES, SOURCE
from scripts.docsite.model import Location, PageKey
from scripts.docsite.translations import start
from scripts.docsite.translations.states import Workbench
from scripts.docsite.tree import read_text
from scripts.docsite.writing import write_all

_HEAD = """\
# The {what} of the site in {name}: translate what stands behind each colon.
"""


@dataclass(frozen=True, slots=True)
class NewLanguage:
    """What registering a language writes."""

    code: str
    files: Mapping[str, bytes]
    """The files by their paths from the root."""

    @property
    def home(self) -> str:
        """The path of its home page, to be translated."""
        return f"{DOCS}/{self.code}/index.md"

    @property
    def words(self) -> tuple[str, ...]:
        """The paths of the texts that stand on no page, to be translated."""
        return tuple(path for path in self.files if path in _words(self.code))


def plan(root: Path, code: str) -> NewLanguage:
    """Return what registers the language `code` below `root`; nothing is written.

    Raises `DocsError` where the Unicode CLDR does not know the language, or it is there already.
    """
    known = languages.load(root)
    if code in known:
        raise DocsError(
            f"the language {code!r} is registered already",
            at=Location(FILE),
            hint=f"translate a page: `docs translations start {code} tutorial/first-steps.md`",
        )
    locale = _locale(code)
    for path in (f"{DOCS}/{code}", *_words(code)):
        if (root / path).exists():
            raise DocsError(
                "it exists, though the language is not registered",
                at=Location(path),
                hint="move it away, and put its texts back afterwards",
            )
    name = locale.get_display_name(locale) or code
    files = {
        FILE: _registered(root, code, _entry(root, code, name, locale.text_direction)),
        f"{DOCS}/{code}/index.md": _home(root),
    }
    for (path, what), english in zip(_words(code).items(), _words(SOURCE), strict=True):
        if (root / english).exists():
            files[path] = _HEAD.format(what=what, name=name) + read_text(root, english)
    return NewLanguage(code, MappingProxyType({k: text.encode() for k, text in files.items()}))


def _words(code: str) -> Mapping[str, str]:
    """Return the files of a language's texts that stand on no page, and what each holds."""
    return {f"{MESSAGES}/{code}.yml": "words", abbreviations.path(code): "abbreviations"}


def _home(root: Path) -> str:
    """Return the English home page with each section marked as to be translated."""
    return start.untranslated(Workbench.of(tree.load(root)).english(PageKey("index.md")))


def apply(root: Path, planned: NewLanguage) -> None:
    """Write the files of a new language, all of them or none."""
    write_all(root, planned.files)


def _locale(code: str) -> Locale:
    """Return what the CLDR knows of a language, in the one spelling that the site uses."""
    hint = "write a language of the Unicode CLDR, such as nl, pt-br or zh-hant"
    try:
        if code != code.lower():
            raise ValueError(f"write it {code.lower().replace('_', '-')!r}")
        locale = Locale.parse(code, sep="-")
    except UnknownLocaleError as error:
        raise DocsError(f"the language {code!r} is unknown", hint=hint) from error
    except ValueError as error:
        raise DocsError(f"{code!r} is no language code", hint=f"{error}; {hint}") from error
    if locale.language != code.partition("-")[0]:
        other = locale.language
        raise DocsError(f"{code!r} is an old code", hint=f"the language is {other!r} today")
    return locale


def _entry(root: Path, code: str, name: str, direction: str) -> str:
    """Return the language's line of `data/languages.yml`, without its indent."""
    fields = {"name": name, "direction": direction, "theme": _theme(root, code)}
    if search := _search(code):
        fields["search"] = search
    text = yaml.safe_dump(
        {code: fields},
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=1000,
    )
    return text.strip()[1:-1]


def _theme(root: Path, code: str) -> str:
    """Return the code of Material's translation that suits best, English's where it has none."""
    found = {name.lower(): name for name in theme.translations(root)}
    return found.get(code) or found.get(code.partition("-")[0]) or SOURCE


def _search(code: str) -> str | None:
    """Return the language of the search index, or None where the search has none for it."""
    base = code.partition("-")[0]
    return base if base in theme.search_languages() else None


def _registered(root: Path, code: str, entry: str) -> str:
    """Return `data/languages.yml` with the entry in its place, all else as it was.

    Raises `DocsError` where the file is laid out so that the place can't be found.
    """
    source, lines = yaml_file.load(root, FILE), read_text(root, FILE).split("\n")
    places = {known: source.at("languages", known).line for known in source.data["languages"]}
    first = lines[places[SOURCE] - 1]
    indent = first[: len(first) - len(first.lstrip())]
    index = _place(lines, places, code, indent)
    changed = "\n".join([*lines[:index], f"{indent}{entry}", *lines[index:]])
    wanted = source.data["languages"] | yaml.safe_load(f"{{{entry}}}")
    try:
        fits = yaml.safe_load(changed)["languages"] == wanted
    except yaml.YAMLError:
        fits = False
    if not fits:
        raise DocsError(
            "the place for the entry can't be found",
            at=Location(FILE),
            hint=f"add it below `languages:` by hand: {entry}",
        )
    return changed


def _place(lines: list[str], places: Mapping[str, int], code: str, indent: str) -> int:
    """Return how many lines stand before the new entry: English first, the others sorted."""
    behind = sorted(known for known in places if known != SOURCE and known > code)
    if behind:
        index = places[behind[0]] - 1
        # A comment right above an entry belongs to it.
        while index > places[SOURCE] and lines[index - 1].lstrip().startswith("#"):
            index -= 1
        return index
    index = max(places.values())
    while index < len(lines) and lines[index].startswith(f"{indent} "):
        index += 1
    return index
