"""Recording what a translated page corresponds to, after the translator's edit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from scripts.docsite.errors import DocsError
from scripts.docsite.model import Finding, Location
from scripts.docsite.translations import record as record_room
from scripts.docsite.translations import rules
from scripts.docsite.translations.checking import STALE, command_for, section_findings
from scripts.docsite.translations.code_comments import are_translated
from scripts.docsite.translations.digests import prose_digest
from scripts.docsite.translations.origins import Origin
from scripts.docsite.translations.record import Entry, Record
from scripts.docsite.translations.states import State, Translation
from scripts.docsite.writing import write_all

_OF_PAGES = {rules.MISSING.code, rules.ORPHAN.code, rules.MESSAGE.code, rules.EDITED.code}
"""The rules that are not about what a section says."""


@dataclass(frozen=True)
class Change:
    """What is recorded of one page; nothing, where a rule is broken."""

    path: str
    before: str
    text: str
    """The page as it will be."""
    pinned: tuple[str, ...]
    """The sections that are recorded as made from the English page of now."""
    left: Mapping[str, str] = field(default_factory=dict)
    """The sections that stay behind English, and why."""
    findings: tuple[Finding, ...] = ()
    recorded: tuple[str, ...] = ()
    """The sections of which the record says something new."""

    @property
    def is_refused(self) -> bool:
        """Whether a section that would be recorded breaks a rule."""
        return bool(self.findings)


def plan(page: Translation, done: Collection[str] = ()) -> Change:
    """Return what `sync` records of a page.

    A section is recorded as current where English has not changed, and where only its code has.
    One whose English words have changed is left as it is, unless it is among those `done`, which
    say what English says now: that it was edited does not tell, it may have been a typo. A page
    of which a recorded section breaks a rule is refused whole.

    Raises `DocsError` where one of those `done` is not there, or was not edited.
    """
    for id_ in done:
        _see_that_it_is_done(page, id_)
    left = {i: why for i in _shared(page) if i not in done and (why := _reason_to_leave(page, i))}
    pinned = [id_ for id_ in _shared(page) if id_ not in left]
    return _change(page, pinned, left, page.record.accepted if page.record else {})


def _see_that_it_is_done(page: Translation, id_: str) -> None:
    at = Location(page.path)
    if id_ not in _shared(page):
        raise DocsError(f"there is no section {id_!r}", at=at, hint=_there(page))
    if page.states[id_] is State.PROSE_CHANGED and not page.is_edited(id_):
        raise DocsError(
            f"English has changed in the section '{id_}', and the translation has not",
            at=replace(at, line=page.sections[id_].line),
            hint="translate it, or `docs translations accept` it with a reason",
        )


def _reason_to_leave(page: Translation, id_: str) -> str:
    """Return why a section may say what English no longer does; empty where it can't."""
    state, ours = page.states[id_], page.sections[id_]
    if state is State.PROSE_CHANGED and not page.is_edited(id_):
        return "English has changed, the translation has not"
    if state is State.PROSE_CHANGED:
        told = f"`{command_for(page, [id_])}`"
        return f"both have changed; if it says what English says now, run {told}"
    english = page.english.sections[id_]
    if state is State.CODE_CHANGED and are_translated(english.content.fences, ours.content.fences):
        told = f"`docs translations propagate`, or `{command_for(page, [id_])}`"
        return f"a comment in its code may have changed; run {told}"
    return ""


def accept(page: Translation, ids: Collection[str], reason: str) -> Change:
    """Return what is recorded where a change of English needs no change of the translation.

    `ids` are the stale sections that are meant, all of them where none is named. Raises
    `DocsError` for a section that is not stale, and where no reason is given.
    """
    at = Location(page.path)
    if not reason.strip():
        raise DocsError("there is no reason", at=at, hint='give one: --reason "a fixed typo"')
    stale = [id_ for id_ in _shared(page) if page.states[id_] in STALE]
    for id_ in ids:
        if id_ not in stale:
            known = id_ in page.english.sections
            what = "English has not changed in the" if known else "there is no"
            hint = f"it has in {', '.join(stale)}" if stale else "it has in no section of the page"
            raise DocsError(f"{what} section '{id_}'", at=at, hint=hint if known else _there(page))
    chosen = list(ids or stale)
    accepted = dict(page.record.accepted) if page.record else {}
    accepted |= dict.fromkeys(chosen, " ".join(reason.split()))
    return _change(page, chosen, {}, accepted)


def pinned(
    page: Translation,
    ids: Collection[str],
    edited: Collection[str] = (),
    *,
    accepted: Mapping[str, str] = MappingProxyType({}),
    origins: Mapping[str, Origin] = MappingProxyType({}),
) -> Change:
    """Return what is recorded where the sections `ids` were translated from the English of now.

    The sections `edited` stay as far behind English as they were. `accepted` has the reasons of
    those that needed no change, `origins` who wrote what.
    """
    record = page.record or Record({})
    entries = {
        id_: replace(entry, own=prose_digest(page.sections[id_])) if id_ in edited else entry
        for id_, entry in record.entries.items()
    }
    known = replace(record, entries=entries, origins={**record.origins, **origins})
    kept = {id_: why for id_, why in record.accepted.items() if id_ not in edited}
    chosen = [id_ for id_ in _shared(page) if id_ in ids]
    left = dict.fromkeys(edited, "only a part of it is as English is now")
    return _change(replace(page, record=known), chosen, left, {**kept, **accepted})


def reviewed(page: Translation, ids: Collection[str], name: str) -> Change:
    """Return what is recorded where a person has reviewed a machine's drafts.

    `ids` are the sections that are meant, all that nobody has reviewed where none is named. Raises
    `DocsError` for a section that is no such draft, and where nobody's name is given.
    """
    at = Location(page.path)
    if not name.strip():
        raise DocsError("nobody is named", at=at, hint="say who has read it: --by NAME")
    record = page.record or Record({})
    drafts = [id_ for id_ in _shared(page) if record.origin(id_).is_unread]
    for id_ in ids or [""] * (not drafts):
        if id_ not in drafts:
            message = f"'{id_}' is no draft" if id_ else "no section is a draft"
            hint = f"`docs translations status {page.language}` names what nobody has reviewed"
            raise DocsError(message, at=at, hint=hint)
    chosen = [id_ for id_ in drafts if not ids or id_ in ids]
    origins = dict.fromkeys(chosen, Origin(is_machine=True, reviewer=" ".join(name.split())))
    changed = replace(page, record=replace(record, origins={**record.origins, **origins}))
    pinned = [id_ for id_ in chosen if not _reason_to_leave(page, id_)]
    return replace(_change(changed, pinned, {}, record.accepted), pinned=tuple(chosen))


def silence(page: Translation, rule: str, id_: str, reason: str) -> Change:
    """Return what is recorded where a rule shall not hold in one section, for a reason.

    Raises `DocsError` where there is no such rule or section, or no reason.
    """
    at = Location(page.path)
    if rule not in rules.RULES or rule in _OF_PAGES:
        always = " and ".join(sorted(_OF_PAGES))
        hint = f"`docs translations check --list` lists the rules; {always} always hold"
        raise DocsError(f"no rule {rule!r} can be silenced", at=at, hint=hint)
    if id_ not in _shared(page):
        raise DocsError(f"there is no section {id_!r}", at=at, hint=_there(page))
    if not reason.strip():
        raise DocsError("there is no reason", at=at, hint='give one: --reason "a proper name"')
    record = page.record or Record({})
    silenced = {key: dict(found) for key, found in record.silenced.items()}
    silenced.setdefault(id_, {})[rule] = " ".join(reason.split())
    text = record_room.written(page.document, replace(record, silenced=silenced))
    return Change(page.path, page.document.text, text, ())


def apply(root: Path, changes: Iterable[Change]) -> tuple[Change, ...]:
    """Write the pages that are not refused, all or none; return those that were written."""
    chosen = [change for change in changes if not change.is_refused]
    changed = tuple(change for change in chosen if change.text != change.before)
    write_all(root, {change.path: change.text.encode() for change in changed})
    return changed


def _shared(page: Translation) -> list[str]:
    """Return the sections that both pages have."""
    return [id_ for id_ in page.english.sections if id_ in page.sections]


def _there(page: Translation) -> str:
    return f"there are {', '.join(_shared(page))}"


def _change(
    page: Translation, pinned: list[str], left: Mapping[str, str], accepted: Mapping[str, str]
) -> Change:
    findings = tuple(f for id_ in pinned for f in section_findings(page, id_))
    known = page.record.entries if page.record else {}
    entries = {
        id_: _entry(page, id_, is_pinned=id_ in pinned)
        for id_ in _shared(page)
        if id_ in pinned or id_ in known
    }
    # What became of a section that English lacks now is only known by its entry. A section that
    # was translated and is marked now must not become current by taking the mark away.
    kept = (*page.sections, *page.marked)
    entries |= {id_: known[id_] for id_ in kept if id_ in known and id_ not in entries}
    silenced = page.record.silenced if page.record else {}
    origins = page.record.origins if page.record else {}
    record = Record(
        entries,
        {id_: why for id_, why in accepted.items() if _is_still_accepted(page, id_, why)},
        {id_: found for id_, found in silenced.items() if id_ in entries},
        {id_: origin for id_, origin in origins.items() if id_ in entries},
    )
    text = page.document.text
    if entries or page.record is not None:  # of what is marked as a whole, nothing is to be said
        text = record_room.written(page.document, record)
    new = tuple(id_ for id_ in pinned if entries[id_] != known.get(id_))
    return Change(page.path, page.document.text, text, tuple(pinned), left, findings, new)


def _entry(page: Translation, id_: str, *, is_pinned: bool) -> Entry:
    known = page.record.entries.get(id_) if page.record else None
    if known is not None and not is_pinned:
        return known
    own, now = prose_digest(page.sections[id_]), page.english.digests[id_]
    blob = known.blob if known is not None and known.english == now else page.english.blob
    return Entry(now, own, blob)


def _is_still_accepted(page: Translation, id_: str, reason: str) -> bool:
    """Whether a reason still says why a translation is as it is: it was not edited since."""
    if id_ not in page.sections or id_ not in page.english.sections:
        return False
    known = page.record.entries.get(id_) if page.record else None
    is_new = page.record is None or page.record.accepted.get(id_) != reason
    return is_new or (known is not None and known.own == prose_digest(page.sections[id_]))
