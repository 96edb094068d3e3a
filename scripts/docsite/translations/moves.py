"""Pages and sections that English has elsewhere now: under another address, id or place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.docsite import redirects
from scripts.docsite.languages import DOCS
from scripts.docsite.model import Location, PageKey
from scripts.docsite.translations import layout
from scripts.docsite.translations.sections import FRONT_MATTER
from scripts.docsite.translations.states import State, Translation, Workbench


@dataclass(frozen=True)
class Moves:
    """The translations without an English page: where they go, and which are left, with why."""

    pages: Mapping[PageKey, PageKey]
    left: tuple[tuple[Location, str], ...]


def pages(bench: Workbench, language: str) -> Moves:
    """Return where pages of a language go whose English page `data/redirects.yml` says has moved.

    Raises `DocsError` where that file can't be read.
    """
    known = {redirect.source: redirect for redirect in redirects.load(bench.tree.root)}
    here, english = bench.tree.pages[language], bench.tree.source_pages
    found: dict[PageKey, PageKey] = {}
    left: list[tuple[Location, str]] = []
    for key in here:
        if key in english or bench.tree.languages.is_never_translated(key):
            continue
        redirect = known.get(key)
        if redirect is None:
            why = f"English has no page {key}, and {redirects.FILE} does not say where it is now"
        elif redirect.anchor is not None or redirect.target not in english:
            why = f"English has no page {key}; it leads to {redirect.written_target}, a part of it"
        elif redirect.target in here or redirect.target in found.values():
            why = f"English has {key} at {redirect.target} now, and there is a translation of that"
        else:
            found[key] = PageKey(redirect.target)
            continue
        left.append((Location(f"{DOCS}/{language}/{key}"), why))
    return Moves(found, tuple(left))


def renamed(page: Translation) -> Mapping[str, str]:
    """Return the sections, by old and new id, whose English text is the same under another id.

    A text that several sections have, or had, leaves it open which is which.
    """
    entries = page.record.entries if page.record else {}
    orphans = [i for i, state in page.states.items() if state is State.ORPHAN and i in entries]
    lacking = [i for i, state in page.states.items() if state is State.MISSING]
    old = {id_: entries[id_].english.prose for id_ in orphans}
    new = {id_: page.english.digests[id_].prose for id_ in lacking if id_ not in page.marked}
    pairs = [(was, now) for was in old for now in new if old[was] == new[now]]
    firsts, seconds = [was for was, _ in pairs], [now for _, now in pairs]
    return {w: n for w, n in pairs if firsts.count(w) == seconds.count(n) == 1}


def in_english_order(page: Translation) -> str:
    """Return the page with its sections where English has them; orphans stay behind theirs."""
    now = layout.of(page.document)
    places = {id_: place for place, id_ in enumerate(page.english.sections, 1)}
    places.pop(FRONT_MATTER, None)
    order: dict[str, int] = {}
    last = 0
    for id_ in now.chunks:
        order[id_] = last = places.get(id_, last)
    ids = sorted(order, key=lambda id_: order[id_])
    return now.arranged(ids, {}).text if ids != [*now.chunks] else page.document.text
