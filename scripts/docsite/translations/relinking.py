"""Targets of links that a translated section has to take over from its English section."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping

from scripts.docsite.markdown.inline import with_targets
from scripts.docsite.translations import rules
from scripts.docsite.translations.mending import Mend
from scripts.docsite.translations.sections import Section


def mends(
    english: Section, ours: Section, before: Section | None, *, is_reworded: bool = False
) -> Iterator[Mend]:
    """Yield the mends of a section's links, where it is certain which target becomes which.

    `before` is the English section that was translated, if it is known. Where English has changed
    its words as well, only a link that still has its own can be known again.
    """
    changes = _changes(english, ours, before, is_reworded)
    if not changes:
        return
    lines = ours.content.lines
    for line, text in ours.content.paragraphs:
        new = with_targets(text, lambda target: changes.get(target, target))
        end = line + text.count("\n")
        raw = "\n".join(lines[line - 1 : end])
        if new != text and raw.count(text) == 1:
            told = ", ".join(f"{a} → {b}" for a, b in changes.items() if a in text)
            mended = tuple(raw.replace(text, new).split("\n"))
            yield Mend(rules.LINKS, line, end, mended, told)


def has_other_targets(english: Section, ours: Section) -> bool:
    """Whether a section has other targets than English, in the same number: they may be mended."""
    return bool(_differing(english, ours)[0])


def _differing(english: Section, ours: Section) -> tuple[Counter[str], Counter[str]]:
    """Return the targets that only English has, and those in their places; none where unclear."""
    theirs = Counter(link.target for link in english.content.links)
    own = Counter(link.target for link in ours.content.links)
    lost, more = theirs - own, own - theirs
    # A target of which one occurrence is right and another is not can't be told apart.
    if lost.total() != more.total() or any(own[t] != n for t, n in more.items()):
        return Counter(), Counter()
    return lost, more


def _changes(
    english: Section, ours: Section, before: Section | None, is_reworded: bool
) -> Mapping[str, str]:
    """Return the targets that are to be replaced, none where one of them is not certain."""
    lost, more = _differing(english, ours)
    if not lost:
        return {}
    guesses = () if is_reworded else (_single(lost, more), _alike(lost, more))
    for found in (_since(before, english), *guesses):
        if {*found} >= {*more} and Counter({found[t]: n for t, n in more.items()}) == lost:
            return {target: found[target] for target in more}
    return {}


def _since(before: Section | None, english: Section) -> Mapping[str, str]:
    """Return what the English section's targets became, its links being the same but for them."""
    if before is None:
        return {}
    old, new = before.content.links, english.content.links
    if [link.text for link in old] != [link.text for link in new]:
        return {}
    found: dict[str, str] = {}
    for was, now in zip(old, new, strict=True):
        if found.setdefault(was.target, now.target) != now.target:
            return {}
    return found


def _single(lost: Counter[str], more: Counter[str]) -> Mapping[str, str]:
    return {next(iter(more)): next(iter(lost))} if len(lost) == len(more) == 1 else {}


def _alike(lost: Counter[str], more: Counter[str]) -> Mapping[str, str]:
    """Return the pairs of targets that name the same file and anchor, in different folders."""
    names = Counter(map(_name, lost))
    by_name = {_name(target): target for target in lost if names[_name(target)] == 1}
    return {target: by_name[_name(target)] for target in more if _name(target) in by_name}


def _name(target: str) -> str:
    return posixpath.basename(target.rstrip("/"))
