"""States: how each section of a translated page stands to its English section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any

from scripts.docsite import markdown, page_names
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.markdown import Document
from scripts.docsite.model import Location, PageKey
from scripts.docsite.translations import record as record_room
from scripts.docsite.translations.digests import Digests, Reader, blob_id, has_prose, prose_digest
from scripts.docsite.translations.glossary import wording
from scripts.docsite.translations.glossary.matching import english_words, terms_in
from scripts.docsite.translations.glossary.terms import EMPTY, Glossaries, Glossary, Term
from scripts.docsite.translations.record import Record
from scripts.docsite.translations.sections import (
    Section,
    has_marks,
    is_marked,
    sections,
    word_count,
)
from scripts.docsite.tree import Page, Tree

NEVER_TRANSLATED = "data/languages.yml lists the pages that stay in English"
"""What to do about a page that no language is to have."""


class State(Enum):
    """How a section stands."""

    CURRENT = "current"
    PROSE_CHANGED = "prose changed"
    CODE_CHANGED = "code changed"
    UNSYNCED = "unsynced"
    """Translated, but never recorded: shown to readers as it stands, and listed in the status."""
    MISSING = "missing"
    """Not there, or marked as still to be translated: shown in English."""
    ORPHAN = "orphan"


@dataclass(frozen=True, eq=False)
class _Digests(Mapping[str, Digests]):
    """The hashes of sections, by their ids."""

    reader: Reader
    sections: Mapping[str, Section]
    made: dict[str, Digests] = field(default_factory=dict)

    def __getitem__(self, id_: str) -> Digests:
        if id_ not in self.made:
            self.made[id_] = self.reader.digests(self.sections[id_])
        return self.made[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self.sections)

    def __len__(self) -> int:
        return len(self.sections)


@dataclass(frozen=True)
class English:
    """An English page, cut into sections."""

    key: PageKey
    path: str
    document: Document
    sections: Mapping[str, Section]
    reader: Reader
    known: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    """What was worked out of the page, by what: it is compared with others."""

    @cached_property
    def digests(self) -> Mapping[str, Digests]:
        """The hashes of each section, each made when it is first asked for."""
        return _Digests(self.reader, self.sections)

    @cached_property
    def words(self) -> Mapping[str, int]:
        """How many words of each section are to be translated."""
        return {id_: word_count(section) for id_, section in self.sections.items()}

    @cached_property
    def _spoken(self) -> Mapping[str, tuple[str, ...]]:
        """The words of each section, as glossaries look for their terms in them."""
        return {
            id_: english_words(".\n".join(text for _, text in wording.words(section.content)))
            for id_, section in self.sections.items()
        }

    def terms(self, glossary: Glossary) -> Mapping[str, list[Term]]:
        """Return the terms of a glossary by the sections that speak of them."""
        found: Mapping[str, tuple[str, ...]] | None = self.known.get(glossary.names)
        if found is None:
            told = ((id_, terms_in(glossary.names, words)) for id_, words in self._spoken.items())
            found = self.known[glossary.names] = {id_: names for id_, names in told if names}
        return {id_: [glossary.terms[name] for name in names] for id_, names in found.items()}

    @cached_property
    def blob(self) -> str:
        """The start of the id that git gives to the page."""
        return blob_id(self.document.text)


@dataclass(frozen=True)
class Translation:
    """A translated page beside its English page."""

    language: str
    path: str
    document: Document
    english: English
    sections: Mapping[str, Section]
    """The translated sections, and those that English has not."""
    record: Record | None
    marked: Mapping[str, Section] = field(default_factory=dict)
    """The sections that hold English text, marked as still to be translated."""
    glossaries: Glossaries | None = None

    @cached_property
    def glossary(self) -> Glossary:
        """The terms of the language, read when they are first asked for."""
        return self.glossaries.of(self.language) if self.glossaries else EMPTY

    @cached_property
    def terms(self) -> Mapping[str, list[Term]]:
        """The terms of the glossary that the English sections speak of."""
        return self.english.terms(self.glossary)

    @property
    def is_begun(self) -> bool:
        """Whether not all that is to be translated is marked: such a page counts as missing."""
        ours = (self.sections[id_] for id_ in self.sections if id_ in self.english.sections)
        return not self.marked or any(map(has_prose, ours))

    def is_edited(self, id_: str) -> bool:
        """Whether a section says something else, in its own words, than when it was recorded."""
        entry = self.record.entries.get(id_) if self.record else None
        return entry is not None and entry.own != prose_digest(self.sections[id_])

    @cached_property
    def states(self) -> Mapping[str, State]:
        """The state of each section, in the order of the English page, orphans at the end."""
        ids = [
            *self.english.sections,
            *(i for i in self.sections if i not in self.english.sections),
        ]
        return {id_: self._state(id_) for id_ in ids}

    def _state(self, id_: str) -> State:
        if id_ not in self.sections:
            return State.MISSING
        if id_ not in self.english.sections:
            return State.ORPHAN
        entry = self.record.entries.get(id_) if self.record else None
        if entry is None:
            return State.UNSYNCED
        if entry.blob == self.english.blob and not self.english.sections[id_].content.includes:
            return State.CURRENT  # the page is the one that it was made from, and shows no file
        now = self.english.digests[id_]
        if entry.english.prose != now.prose:
            return State.PROSE_CHANGED
        return State.CURRENT if entry.english.code == now.code else State.CODE_CHANGED


@dataclass(frozen=True)
class Workbench:
    """The translations of a project, each beside its English page, which is hashed once."""

    tree: Tree
    reader: Reader
    glossaries: Glossaries
    _english: dict[PageKey, English]
    keeps: bool = True
    """Whether scanned translations stay in memory, for those who ask for one several times."""

    @classmethod
    def of(cls, tree: Tree, *, keeps: bool = True) -> Workbench:
        """Return the workbench of the pages of `tree`."""
        return cls(tree, Reader(tree.root), Glossaries(tree.root), {}, keeps)

    def page_keys(self) -> list[PageKey]:
        """Return the pages that are to be translated."""
        never = self.tree.languages.is_never_translated
        return [key for key in self.tree.source_pages if not never(key)]

    def english(self, key: PageKey) -> English:
        """Return an English page; raises `DocsError` where there is none, or it can't be read."""
        if key not in self._english:
            self._english[key] = english(self.tree.source_page(key), self.reader)
        return self._english[key]

    def to_translate(self, language: str, key: PageKey) -> English:
        """Return the English page that is to be translated into a language.

        Raises `DocsError` where there is none, and where it is never translated.
        """
        self.tree.languages.translated(language)
        if self.tree.languages.is_never_translated(key):
            at = Location(f"{DOCS}/{SOURCE}/{key}")
            raise DocsError("the page is never translated", at=at, hint=NEVER_TRANSLATED)
        return self.english(key)

    def translation(self, language: str, key: PageKey) -> Translation | None:
        """Return a translated page; None where the language has none, or never will."""
        page = self.tree.page(language, key)
        if page is None or not self._is_translated(language, key):
            return None
        document = page.document if self.keeps else markdown.read(page.text, page.path)
        return self.beside(language, key, document)

    def _is_translated(self, language: str, key: PageKey) -> bool:
        is_shared = self.tree.languages.is_never_translated(key)
        is_beside = key in self.tree.pages[language] and key in self.tree.source_pages
        return is_beside and language != SOURCE and not is_shared

    def translations(self, language: str) -> Iterator[Translation]:
        """Go through the translated pages of a language."""
        for key in self.tree.pages[language]:
            found = self.translation(language, key)
            if found is not None:
                yield found

    def chosen(self, language: str = "", wanted: Sequence[str] = ()) -> list[Translation]:
        """Return the translated pages of a language, or of all; only those `wanted`, if any.

        Raises `DocsError` where the language is unknown, or a page is not translated into it.
        """
        keys = self.chosen_keys(language, wanted)
        found = (self.translation(code, key) for code, key in keys)
        return [page for page in found if page is not None]

    def chosen_keys(self, language: str, wanted: Sequence[str]) -> list[tuple[str, PageKey]]:
        """Return language and key of each page that `chosen` would read."""
        known = self.tree.languages
        codes = [known.translated(language).code] if language else known.codes
        if wanted:
            return [(codes[0], self._wanted(codes[0], name)) for name in wanted]
        pages = ((code, key) for code in codes for key in self.tree.pages[code])
        return [(code, key) for code, key in pages if self._is_translated(code, key)]

    def _wanted(self, language: str, name: str) -> PageKey:
        key = page_names.page_key(name, language)
        if not self._is_translated(language, key):
            pages = (self.tree.pages[language], self.page_keys())
            near = next((found for p in pages if (found := page_names.near(key, p))), "")
            hint = f"did you mean {near}?" if near else f"name one in {DOCS}/{language}/"
            at, what = Location(f"{DOCS}/{language}/{key}"), f"there is no translation of {key}"
            if self.tree.languages.is_never_translated(key):
                hint = NEVER_TRANSLATED
            elif key in self.tree.pages[language]:
                what = f"English has no page {key}"
                hint = "move it; `docs translations propagate` does so where a redirect leads"
            elif key in self.page_keys():
                hint = f"put it in place with `docs translations start {language} {key}`"
            raise DocsError(what, at=at, hint=hint)
        return key

    def beside(self, language: str, key: PageKey, document: Document) -> Translation:
        """Return a page that may not be written yet as the translation of an English one.

        Raises `DocsError` where the English page or the sync record can't be read.
        """
        path = f"{DOCS}/{language}/{key}"
        english = self.english(key)
        found = {section.id: section for section in sections(document)}
        # In a section that English has not, the mark means nothing: it is an orphan.
        ours = found.items() if has_marks(document) else ()
        marked = {i: s for i, s in ours if i in english.sections and is_marked(s)}
        translated = {i: s for i, s in found.items() if i not in marked}
        record, glossaries = record_room.read(document, path), self.glossaries
        return Translation(
            language, path, document, english, translated, record, marked, glossaries
        )


def english(page: Page, reader: Reader) -> English:
    """Return an English page, cut into sections; raises `DocsError` where it can't be read."""
    found = {section.id: section for section in sections(page.document)}
    return English(page.key, page.path, page.document, found, reader)
