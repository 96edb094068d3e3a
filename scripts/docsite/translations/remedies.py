"""Remedies: what to do about a broken rule, by hand, and by a command where one mends it.

What a command mends is not known here: the mends are made, and what they leave is compared again.
"""

from __future__ import annotations

from collections.abc import Sequence

from scripts.docsite.translations import mending, relinking, rules
from scripts.docsite.translations.comparing import Fault, compare
from scripts.docsite.translations.states import State, Translation


def of_faults(page: Translation, id_: str, found: Sequence[Fault]) -> list[str]:
    """Return the remedy of each fault of a section."""
    mended = _mended(page, id_) if found else frozenset()
    told = with_fix if is_settled(page, id_) else _with_propagate
    return [
        told(page, rule.remedy) if (rule, message) in mended else rule.remedy
        for rule, _, message in found
    ]


def is_settled(page: Translation, id_: str) -> bool:
    """Whether a section is, as far as is known, made from the English page of now: to be fixed.

    One that differs for a reason that is recorded is left as it is.
    """
    is_silenced = page.record is not None and id_ in page.record.silenced
    return page.states[id_] in (State.CURRENT, State.UNSYNCED) and not is_silenced


def with_fix(page: Translation, remedy: str) -> str:
    """Return the remedy of what `fix` mends."""
    return f"run `docs translations fix {page.language} {page.english.key}`, or {remedy}"


def _with_propagate(page: Translation, remedy: str) -> str:
    return f"`docs translations propagate {page.language}` does what is certain; else {remedy}"


def _mended(page: Translation, id_: str) -> frozenset[tuple[rules.Rule, str]]:
    """Return the faults of a section that a command mends, or may mend, where English has changed.

    Whether it does depends on what English was, which is not asked for here: git takes its time.
    """
    english, ours = page.english.sections[id_], page.sections[id_]
    is_changed = page.states[id_] in (State.PROSE_CHANGED, State.CODE_CHANGED)
    if not (is_changed or is_settled(page, id_)):
        return frozenset()
    now = mending.mended(ours, mending.mends(english, ours, english))
    now = mending.mended(now, relinking.mends(english, now, english))
    left = {(rule, message) for rule, _, message in compare(english, now)}
    if is_changed and relinking.has_other_targets(english, now):
        left = {(rule, message) for rule, message in left if rule is not rules.LINKS}
    return frozenset((rule, message) for rule, _, message in compare(english, ours)) - left
