"""Sections of which English has changed the text and the code: the code needs no translator.

It is taken over where it is certain which piece became which: the translation has the pieces of the
old English section, the new one has as many of each kind, and none of them has changed places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from scripts.docsite.translations import mending, rules
from scripts.docsite.translations.comparing import compare
from scripts.docsite.translations.digests import is_directive, without_alternative
from scripts.docsite.translations.sections import Section

_CODE = (
    rules.HEADINGS,
    rules.INCLUDES,
    rules.FENCES,
    rules.BLOCKS,
    rules.COMMENTS,
    rules.FRONT_MATTER,
)
"""The rules about what is no text, and stands in lines of its own."""


def has_code_of(english: Section, ours: Section) -> bool:
    """Whether a section has the code of an English one, whatever it says."""
    return not any(rule in _CODE for rule, _, _ in compare(english, ours))


def is_certain(before: Section, english: Section, ours: Section) -> bool:
    """Whether each piece of code has one place in the old and the new English, and in ours."""
    if not has_code_of(before, ours):
        return False
    return all(
        len(old) == len(new) == len(own) and _keep_their_places(old, new)
        for old, new, own in zip(_pieces(before), _pieces(english), _pieces(ours), strict=True)
    )


def _pieces(section: Section) -> Iterator[list[Any]]:
    content = section.content
    yield [(heading.level, heading.attributes) for heading in content.headings]
    yield [include.source for include in content.includes]
    yield [(fence.info, fence.content) for fence in content.fences]
    yield [(block.kind, block.depth) for block in content.blocks]
    yield [without_alternative(c) for c in content.comments if is_directive(c)]
    yield [found.identifier for found in content.auto_docs]


def _keep_their_places(old: Sequence[Any], new: Sequence[Any]) -> bool:
    """Whether nothing that has gone from one place stands in another one now."""
    changed = [(was, now) for was, now in zip(old, new, strict=True) if was != now]
    return not any(now in [was for was, _ in changed] for _, now in changed)


def with_code_of(english: Section, before: Section) -> Section:
    """Return an old English section with the code of the new one, as far as that is certain."""
    if not is_certain(before, english, before):
        return before
    return mending.mended(before, mending.mends(english, before, before))
