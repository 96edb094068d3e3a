"""The impact of an English change: which sections it touches, and what becomes of translations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from scripts.docsite import redirects, tree
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import SOURCE
from scripts.docsite.model import PageKey
from scripts.docsite.translations import snapshots
from scripts.docsite.translations.states import English, State, Translation, Workbench

_SAME_PAGE = 0.5
"""The share of a page's sections that a page elsewhere must have to be the same page, moved."""


class Change(Enum):
    """What happened to an English section."""

    TEXT = "text"
    CODE = "code"
    NEW = "new"
    RENAMED = "new id"
    REMOVED = "removed"


class Effect(Enum):
    """What becomes of a translated section."""

    STALE = "falls behind"
    CODE = "code differs"
    UNTRANSLATED = "shown in English"
    ORPHAN = "not shown any more"
    STILL_STALE = "was behind already"
    UNRECORDED = "never recorded"
    FOLLOWED = "up to date"


WORK = (Effect.STALE, Effect.UNTRANSLATED, Effect.STILL_STALE, Effect.UNRECORDED)
"""The effects after which a person has text to translate."""


@dataclass(frozen=True, slots=True)
class SectionImpact:
    """One English section that changed."""

    id: str
    change: Change
    line: int
    """Where it stands now; where it stood, if it was removed."""
    words: int
    """How many words of it are to be translated."""
    effects: Mapping[str, Effect]
    """What becomes of it in each language that has the page."""
    was: str = ""
    """The id that it had before."""


@dataclass(frozen=True, slots=True)
class PageImpact:
    """One English page that changed."""

    key: PageKey
    path: str
    sections: Sequence[SectionImpact]
    is_new: bool = False
    is_removed: bool = False
    was: str = ""
    """The key that the page had before it was moved."""
    lost: Sequence[str] = ()
    """The languages whose translation does not stand where the English page does now."""

    @property
    def is_touched(self) -> bool:
        """Whether anything happened to the page."""
        return bool(self.sections or self.is_new or self.is_removed or self.was or self.lost)


@dataclass(frozen=True)
class Impact:
    """What a change of English means for the translations."""

    base: str
    pages: Sequence[PageImpact]
    dead: Sequence[PageKey] = ()
    """The English pages of before at whose addresses there is neither a page nor a redirect."""

    @property
    def sections(self) -> int:
        """How many English sections changed."""
        return sum(len(page.sections) for page in self.pages)

    def counts(self) -> Mapping[str, Mapping[Effect, tuple[int, int]]]:
        """Return, by language and effect, how many sections it happens to, and their words."""
        found: dict[str, dict[Effect, tuple[int, int]]] = {}
        for page in self.pages:
            for section in page.sections:
                for code, effect in section.effects.items():
                    known = found.setdefault(code, {})
                    count, words = known.get(effect, (0, 0))
                    known[effect] = (count + 1, words + section.words)
        return dict(sorted(found.items()))


def impact(root: Path, base: str, head: str | None = None) -> Impact:
    """Return what changed since the history left `base`: in the working tree, or in `head`.

    Raises `DocsError` where a commit is not there, or one of its pages can't be read.
    """
    start = snapshots.branch_point(root, base, head or "HEAD")
    with snapshots.snapshot(root, start) as before:
        old = _bench_of_commit(before, start)
        if head is None:
            return _impact(start, old, Workbench.of(tree.survey(root)))
        end = snapshots.commit(root, head)
        with snapshots.snapshot(root, end) as after:
            return _impact(start, old, _bench_of_commit(after, end))


def _impact(base: str, old: Workbench, new: Workbench) -> Impact:
    return Impact(base, compare(old, new), tuple(_dead(old, new)))


def _dead(old: Workbench, new: Workbench) -> Iterator[PageKey]:
    moved = (redirect.source for redirect in redirects.load(new.tree.root))
    answered = {redirects.address(key) for key in (*new.tree.source_pages, *moved)}
    yield from (key for key in old.tree.source_pages if redirects.address(key) not in answered)


def _bench_of_commit(folder: Path, id_: str) -> Workbench:
    """Return the workbench of a commit; raises `DocsError` where its pages can't be read."""
    try:
        bench = Workbench.of(tree.survey(folder))
        for key in bench.page_keys():
            bench.english(key)
    except DocsError as error:
        message = f"the pages of the commit {id_[:12]} can't be read: {error.message}"
        hint = "name another commit: one in which `docs check` finds nothing"
        raise DocsError(message, at=error.location, hint=hint) from error
    return bench


def compare(old: Workbench, new: Workbench) -> tuple[PageImpact, ...]:
    """Return the English pages that differ between two projects, in the order of their keys."""
    moved = _moved(old, new, {r.source: r.target for r in redirects.load(new.tree.root)})
    old_keys = set(old.page_keys())
    gone = old_keys - {*new.page_keys(), *moved.values()}
    found = [_removed(old, new, key) for key in gone]
    for key in new.page_keys():
        was = moved.get(key, key)
        found.append(_page(old, new, was, key) if was in old_keys else _added(new, key))
    return tuple(sorted((p for p in found if p.is_touched), key=lambda page: page.key))


def _moved(old: Workbench, new: Workbench, known: Mapping[PageKey, str]) -> dict[PageKey, PageKey]:
    """Return the pages that were moved, `{new key: old key}`: a redirect tells, or the text."""
    fresh = [key for key in new.page_keys() if key not in old.tree.source_pages]
    found: dict[PageKey, PageKey] = {}
    for key in old.page_keys():
        if key in new.tree.source_pages or not fresh:
            continue
        target = PageKey(known.get(key, ""))
        likeness = {page: _likeness(old.english(key), new.english(page)) for page in fresh}
        best = target if target in fresh else max(fresh, key=likeness.__getitem__)
        if best not in found and (best == target or likeness[best] >= _SAME_PAGE):
            found[best] = key
    return found


def _likeness(old: English, new: English) -> float:
    prose = {digests.prose for digests in old.digests.values()}
    same = prose & {digests.prose for digests in new.digests.values()}
    return len(same) / len(prose) if prose else 0


def _removed(old: Workbench, new: Workbench, key: PageKey) -> PageImpact:
    standing = [code for code in _codes(new) if new.tree.page(code, key)]
    return PageImpact(key, old.english(key).path, (), is_removed=True, lost=standing)


def _added(new: Workbench, key: PageKey) -> PageImpact:
    """Return a new page; it is told as a whole, not section by section."""
    return PageImpact(key, new.english(key).path, (), is_new=True)


def _page(old: Workbench, new: Workbench, was: PageKey, key: PageKey) -> PageImpact:
    """Return what happened to a page that was there before; `was` is the key it had."""
    pairs = {c: (old.translation(c, was), new.translation(c, key)) for c in _codes(new)}
    before, after = old.english(was), new.english(key)
    return PageImpact(
        key,
        after.path,
        tuple(_sections(before, after, pairs)),
        was=was if was != key else "",
        lost=[code for code, (had, has) in pairs.items() if had and not has],
    )


def _codes(bench: Workbench) -> list[str]:
    return [code for code in bench.tree.languages.codes if code != SOURCE]


_Pairs = Mapping[str, tuple[Translation | None, Translation | None]]
"""A page in each language, before and after."""


def _sections(before: English, after: English, pairs: _Pairs) -> Iterator[SectionImpact]:
    old, new = before.digests, after.digests
    removed = [id_ for id_ in old if id_ not in new]
    for id_ in new:
        same = (i for i in removed if id_ not in old and old[i].prose == new[id_].prose)
        was = next(same, "")
        removed = [i for i in removed if i != was]
        if id_ not in old:
            change = Change.RENAMED if was else Change.NEW
        elif old[id_] != new[id_]:
            change = Change.CODE if old[id_].prose == new[id_].prose else Change.TEXT
        else:
            continue
        line, words = after.sections[id_].line, after.words[id_]
        yield SectionImpact(id_, change, line, words, _effects(id_, pairs), was)
    for id_ in removed:
        effects = {
            code: Effect.ORPHAN if has and id_ in has.sections else Effect.FOLLOWED
            for code, (had, has) in pairs.items()
            if had and id_ in had.sections
        }
        yield SectionImpact(id_, Change.REMOVED, before.sections[id_].line, 0, effects)


def _effects(id_: str, pairs: _Pairs) -> dict[str, Effect]:
    return {code: _effect(id_, had, has) for code, (had, has) in pairs.items() if has}


def _effect(id_: str, had: Translation | None, has: Translation) -> Effect:
    """Return what becomes of a section in one language, whose English has changed."""
    state = has.states[id_]
    if state is State.PROSE_CHANGED:
        was = had.states.get(id_) if had else None
        return Effect.STILL_STALE if was is State.PROSE_CHANGED else Effect.STALE
    return _OF_STATES[state]


_OF_STATES = {
    State.CURRENT: Effect.FOLLOWED,
    State.CODE_CHANGED: Effect.CODE,
    State.UNSYNCED: Effect.UNRECORDED,
    State.MISSING: Effect.UNTRANSLATED,
}
