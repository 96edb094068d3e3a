"""The languages of the site: `data/languages.yml` and the site's own words in `data/messages/`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from scripts.docsite import yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location, PageKey

FILE = "data/languages.yml"
MESSAGES = "data/messages"
DOCS = "docs"
SOURCE = "en"
"""The language that all others are translated from."""

_CODE = re.compile(r"^[a-z]{2,3}(-[a-z0-9]{2,8})*\Z")
_KEYS = {"name", "direction", "theme", "search"}


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site, as registered."""

    code: str
    name: str
    direction: Literal["ltr", "rtl"]
    theme: str
    search: str | None

    @property
    def is_source(self) -> bool:
        """Whether this is the language that all others are translated from."""
        return self.code == SOURCE

    @property
    def prefix(self) -> str:
        """The folder of its pages below the site's address: empty, or `es/`."""
        return "" if self.is_source else f"{self.code}/"

    @property
    def tag(self) -> str:
        """The BCP 47 tag for `lang` and `hreflang`: `zh-hant` becomes `zh-Hant`."""
        language, *subtags = self.code.split("-")
        shaped = [s.title() if len(s) == 4 else s.upper() if len(s) == 2 else s for s in subtags]
        return "-".join([language, *shaped])


@dataclass(frozen=True)
class Languages:
    """All languages, English first, and the pages that are never translated."""

    all: tuple[Language, ...]
    never_translated: tuple[str, ...]

    @property
    def source(self) -> Language:
        """English."""
        return self[SOURCE]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, English first."""
        return tuple(language.code for language in self.all)

    def __getitem__(self, code: str) -> Language:
        """Return the language `code`; raises `DocsError` where it is not registered."""
        found = next((language for language in self.all if language.code == code), None)
        if found is None:
            raise DocsError(
                f"there is no language {code!r}",
                at=Location(FILE),
                hint=f"known are {', '.join(self.codes)}; `docs new-lang {code}` registers it",
            )
        return found

    def translated(self, code: str) -> Language:
        """Return a language that is translated into; raises `DocsError` for English, too."""
        found = self[code]
        if found.is_source:
            hint = "name another language"
            raise DocsError("English is what is translated", at=Location(FILE), hint=hint)
        return found

    def __contains__(self, code: object) -> bool:
        """Return whether the language `code` is registered."""
        return code in self.codes

    def home_of(self, path: str) -> str | None:
        """Return the language below whose home a path of the site lies; None below that of all."""
        first = path.partition("/")[0]
        return first if first != SOURCE and first in self else None

    def is_never_translated(self, key: PageKey) -> bool:
        """Return whether the page is shown in English in every language, by policy."""
        return any(covers(entry, key) for entry in self.never_translated)


def covers(entry: str, key: PageKey) -> bool:
    """Return whether an entry of `never_translated` means the page: itself, or a folder."""
    return key.startswith(entry) if entry.endswith("/") else key == entry


def is_code(text: str) -> bool:
    """Return whether the text has the form of a language's code, such as `es` or `zh-hant`."""
    return bool(_CODE.match(text))


def load(root: Path) -> Languages:
    """Return the languages registered below `root`.

    Raises `DocsError` with the file's line where an entry is not of the form its head describes.
    """
    source = yaml_file.load(root, FILE)
    entries = source.data.get("languages") if isinstance(source.data, dict) else None
    if not isinstance(entries, dict) or SOURCE not in entries:
        raise DocsError(
            f"there is no mapping `languages` with an entry `{SOURCE}`",
            at=Location(FILE),
            hint="list each language below `languages:`",
        )
    if unknown := [key for key in source.data if key not in ("languages", "never_translated")]:
        hint = "the settings are `languages` and `never_translated`"
        raise DocsError(f"there is no setting {unknown[0]!r}", at=source.at(unknown[0]), hint=hint)
    found = [_language(source, code, entry) for code, entry in entries.items()]
    never = source.data.get("never_translated") or []
    if not isinstance(never, list) or not all(isinstance(entry, str) for entry in never):
        raise DocsError(
            "`never_translated` is no list of page paths",
            at=source.at("never_translated"),
            hint="write one path a line, below docs/en, folders with a / at the end",
        )
    found.sort(key=lambda language: (not language.is_source, language.code))
    return Languages(tuple(found), tuple(never))


def _language(source: yaml_file.YamlFile, code: Any, entry: Any) -> Language:
    at = source.at("languages", code)
    if not isinstance(code, str):
        raise yaml_file.no_text(source, "languages", code)
    if not is_code(code):
        raise DocsError(
            f"{code!r} is no language code", at=at, hint="write it like `es` or `zh-hant`"
        )
    if not isinstance(entry, dict) or not {"name", "direction", "theme"} <= set(entry) <= _KEYS:
        raise DocsError(
            f"the entry of {code!r} is not complete",
            at=at,
            hint="give name, direction, theme and, where the search knows it, search",
        )
    if entry["direction"] not in ("ltr", "rtl"):
        raise DocsError(f"the direction of {code!r} is not known", at=at, hint="write ltr or rtl")
    search = entry.get("search")
    return Language(
        code, str(entry["name"]), entry["direction"], str(entry["theme"]), search and str(search)
    )


def messages(root: Path, code: str) -> Mapping[str, str]:
    """Return the site's own words in the language `code`; what it lacks comes in English.

    Raises `DocsError` where a file of words is no mapping of names to texts.
    """
    english = message_file(root, SOURCE).data
    exists = (root / f"{MESSAGES}/{code}.yml").is_file()
    own = message_file(root, code).data if exists else {}
    return MappingProxyType({key: own.get(key) or text for key, text in english.items()})


def message_file(root: Path, code: str) -> yaml_file.YamlFile:
    """Return the file of the site's own words in one language, with the line of each.

    Raises `DocsError` where it is missing, or no mapping of names to texts.
    """
    source = yaml_file.load(root, f"{MESSAGES}/{code}.yml")
    return yaml_file.texts(source, like=f"{MESSAGES}/{SOURCE}.yml")
