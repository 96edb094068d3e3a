"""The status: how far each language has come, by page, section and English word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from scripts.docsite.languages import Language
from scripts.docsite.model import PageKey
from scripts.docsite.translations.ages import Age, Stale
from scripts.docsite.translations.checking import STALE
from scripts.docsite.translations.memo import Memo
from scripts.docsite.translations.sections import word_count
from scripts.docsite.translations.states import State, Translation, Workbench

IN_USE = (State.CURRENT, State.UNSYNCED)
"""The states whose sections readers get without a notice, but for drafts that nobody has read."""


@dataclass(frozen=True)
class PageStatus:
    """One page in one language: the states of its sections, and the English words in each."""

    key: PageKey
    is_translated: bool
    is_recorded: bool
    states: Mapping[str, State]
    words: Mapping[State, int]
    drafts: Mapping[str, int]
    """The sections in use that a machine wrote and nobody has reviewed, and their words."""
    stale: Sequence[Stale]
    """The sections of which English has changed the text."""
    edited: Collection[str] = ()
    """Those of them that were edited since they were recorded."""

    @property
    def covered(self) -> int:
        """How many English words readers get in the language without a notice."""
        return sum(self.words.get(state, 0) for state in IN_USE) - self.draft_words

    @property
    def draft_words(self) -> int:
        """How many English words are drafts that nobody has read."""
        return sum(self.drafts.values())

    @property
    def is_current(self) -> bool:
        """Whether every section is translated, recorded, as English is now, and no mere draft."""
        return self.is_translated and {*self.states.values()} <= {State.CURRENT} and not self.drafts


@dataclass(frozen=True)
class LanguageStatus:
    """All pages that are to be translated, in one language."""

    language: Language
    pages: Sequence[PageStatus]

    @cached_property
    def translated(self) -> Sequence[PageStatus]:
        """The pages that the language has."""
        return [page for page in self.pages if page.is_translated]

    @cached_property
    def current(self) -> Sequence[PageStatus]:
        """The pages of which nothing is to be done."""
        return [page for page in self.translated if page.is_current]

    @cached_property
    def stale(self) -> Sequence[PageStatus]:
        """The pages of which a section has changed in English."""
        return [page for page in self.translated if STALE & {*page.states.values()}]

    @cached_property
    def unsynced(self) -> Sequence[PageStatus]:
        """The translated pages that have no sync record: readers get them as they stand."""
        return [page for page in self.translated if not page.is_recorded]

    @cached_property
    def words(self) -> Mapping[State, int]:
        """The English words by the state of their section."""
        total: Counter[State] = Counter()
        for page in self.pages:
            total.update(page.words)
        return total

    @cached_property
    def covered(self) -> int:
        """How many English words readers get in the language without a notice."""
        return sum(page.covered for page in self.pages)

    @cached_property
    def draft_words(self) -> int:
        """How many English words are drafts that nobody has read: readers are told so."""
        return sum(page.draft_words for page in self.pages)

    @property
    def percent(self) -> int:
        """How much of the English text readers get in the language without a notice, by words."""
        total = sum(count for state, count in self.words.items() if state is not State.ORPHAN)
        return self.covered * 100 // total if total else 100


def survey(
    bench: Workbench, codes: Iterable[str] = (), memo: Memo | None = None
) -> list[LanguageStatus]:
    """Return the status of the languages `codes`, of all where none is named.

    With a `memo` only what changed since an earlier run is read.

    Raises `DocsError` where a language is unknown, and where a page or its record can't be read.
    """
    known = bench.tree.languages
    chosen = [known.translated(code) for code in codes] or [
        lang for lang in known.all if not lang.is_source
    ]
    keys = bench.page_keys()

    def plain(code: str, key: PageKey) -> list[Any]:
        found = _page(bench, code, key)
        states = {id_: state.value for id_, state in found.states.items()}
        words = {state.value: count for state, count in found.words.items()}
        stale = [astuple(section) for section in found.stale]
        told = [found.is_translated, found.is_recorded, states, words, dict(found.drafts), stale]
        return [*told, [*found.edited]]

    tasks = [(language.code, key) for language in chosen for key in keys]
    told = (memo or Memo(bench)).answers("status", tasks, plain)
    return [LanguageStatus(lang, [_told(key, next(told)) for key in keys]) for lang in chosen]


def _told(key: PageKey, answer: list[Any]) -> PageStatus:
    is_translated, is_recorded, states, words, drafts, stale, edited = answer
    by_state = {State(state): count for state, count in words.items()}
    by_id = {id_: State(state) for id_, state in states.items()}
    old = [Stale(*section) for section in stale]
    return PageStatus(key, is_translated, is_recorded, by_id, by_state, drafts, old, edited)


def _page(bench: Workbench, language: str, key: PageKey) -> PageStatus:
    english = bench.english(key)
    found = bench.translation(language, key)
    if found is None or not found.is_begun:
        missing = dict.fromkeys(english.sections, State.MISSING)
        words = {State.MISSING: sum(english.words.values())}
        return PageStatus(key, False, False, missing, words, {}, ())
    counted: Counter[State] = Counter()
    for id_, state in found.states.items():
        known = english.words.get(id_)
        counted[state] += word_count(found.sections[id_]) if known is None else known
    drafts, stale = _drafts(found), [*_stale(found)]
    edited = [section.id for section in stale if found.is_edited(section.id)]
    is_recorded = found.record is not None
    return PageStatus(key, True, is_recorded, found.states, counted, drafts, stale, edited)


def _stale(page: Translation) -> Iterator[Stale]:
    entries = page.record.entries if page.record else {}
    for id_, state in page.states.items():
        if state is State.PROSE_CHANGED:
            yield Stale(page.english.path, id_, entries[id_].english.prose, entries[id_].blob)


def _drafts(page: Translation) -> dict[str, int]:
    record = page.record
    used = [id_ for id_, state in page.states.items() if state in IN_USE]
    unread = [id_ for id_ in used if record and record.origin(id_).is_unread]
    return {id_: page.english.words[id_] for id_ in unread}


Ages = Mapping[Stale, Age]


def oldest(found: LanguageStatus, ages: Ages) -> tuple[PageKey, Stale] | None:
    """Return the section that is stale for longest, of those whose age is known."""
    known = [(page.key, s) for page in found.pages for s in page.stale if s in ages]
    return min(known, key=lambda entry: ages[entry[1]].since, default=None)


def unknown(found: LanguageStatus, ages: Ages) -> int:
    """Return how many sections are stale since a day that is not known."""
    return sum(section not in ages for page in found.pages for section in page.stale)


def in_code_alone(found: LanguageStatus) -> int:
    """Return of how many sections English has changed the code alone: they have no age."""
    return sum([*page.states.values()].count(State.CODE_CHANGED) for page in found.pages)


def _oldest(found: LanguageStatus, ages: Ages) -> dict[str, Any] | None:
    if not found.stale:
        return None
    first = oldest(found, ages)
    age = ages[first[1]] if first else None
    return {
        "page": first and str(first[0]),
        "section": first and first[1].id,
        "since": age and age.since,
        "commits": age and age.commits,
        "unknown": unknown(found, ages),
        "in_code_alone": in_code_alone(found),
    }


def rows(
    found: Iterable[LanguageStatus], ages: Ages = MappingProxyType({})
) -> list[dict[str, Any]]:
    """Return the status as plain data, as programs read it."""
    return [
        {
            "code": status.language.code,
            "tag": status.language.tag,
            "name": status.language.name,
            "pages": len(status.pages),
            "translated": len(status.translated),
            "current": len(status.current),
            "stale": len(status.stale),
            "unsynced": len(status.unsynced),
            "percent": status.percent,
            "oldest": _oldest(status, ages),
            "sections": _named(Counter(s for p in status.pages for s in p.states.values())),
            "words": _named(status.words),
            "drafts": {
                "sections": sum(len(page.drafts) for page in status.pages),
                "words": status.draft_words,
            },
            "translations": [
                {
                    "page": str(page.key),
                    "recorded": page.is_recorded,
                    "current": page.is_current,
                    "words": _named(page.words),
                    "sections": {id_: state.value for id_, state in page.states.items()},
                    "drafts": list(page.drafts),
                    "edited": list(page.edited),
                }
                for page in status.translated
            ],
        }
        for status in found
    ]


def _named(counts: Mapping[State, int]) -> dict[str, int]:
    """Return the counts by name, every state among them."""
    return {state.value.replace(" ", "_"): counts.get(state, 0) for state in State}


def as_json(found: Iterable[LanguageStatus], ages: Ages = MappingProxyType({})) -> str:
    """Return the status as a JSON list with an object for each language."""
    return json.dumps(rows(found, ages), indent=2, ensure_ascii=False) + "\n"
