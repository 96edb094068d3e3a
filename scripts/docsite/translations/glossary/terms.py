"""The terms of a language, from `data/glossary/<code>.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from scripts.docsite import data_schemas, yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Finding
from scripts.docsite.translations.glossary.matching import Form

FOLDER = "data/glossary"
SCHEMA = "data/schemas/glossary.json"


@dataclass(frozen=True, slots=True)
class Term:
    """An English term: the translations that are right, and those that are not."""

    english: str
    use: tuple[Form, ...]
    avoid: Mapping[Form, str]
    """The translations not to be used, each with the better one."""
    note: str = ""


@dataclass(frozen=True)
class Glossary:
    """The terms of a language by their English words."""

    terms: Mapping[str, Term] = field(default_factory=dict)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The English terms: those of other languages' glossaries are mostly the same."""
        return tuple(self.terms)


EMPTY = Glossary()


@dataclass(frozen=True)
class Glossaries:
    """The glossaries of a project, each read once, and only when it is asked for."""

    root: Path
    _loaded: dict[str, Glossary] = field(default_factory=dict, repr=False, compare=False)

    def of(self, code: str) -> Glossary:
        """Return the glossary of a language; raises `DocsError` as `load` does."""
        if code not in self._loaded:
            self._loaded[code] = load(self.root, code)
        return self._loaded[code]


def load(root: Path, code: str) -> Glossary:
    """Return the glossary of the language `code`; an empty one where it has none.

    Raises `DocsError` with the file's line where it can't be read or breaks its schema.
    """
    if not (root / FOLDER / f"{code}.yml").is_file():
        return EMPTY
    source = yaml_file.load(root, f"{FOLDER}/{code}.yml")
    for found in _violations(root, source):
        raise DocsError(found.message, at=found.location, hint=found.hint)
    entries = source.data["terms"]
    return Glossary({english: _term(english, entry) for english, entry in entries.items()})


def check(root: Path, code: str) -> tuple[Finding, ...]:
    """Return what is wrong with the file of a glossary; raises `DocsError` where it is no YAML."""
    return _violations(root, yaml_file.load(root, f"{FOLDER}/{code}.yml"))


def _violations(root: Path, source: yaml_file.YamlFile) -> tuple[Finding, ...]:
    return data_schemas.violations(source, yaml_file.load(root, SCHEMA))


def _term(english: str, entry: Mapping[str, Any]) -> Term:
    avoid = {Form(text): str(better) for text, better in entry.get("avoid", {}).items()}
    return Term(english, tuple(map(Form, entry["use"])), avoid, entry.get("note", ""))
