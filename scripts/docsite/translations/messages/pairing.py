"""The units of a section beside those of another: English and its translation, or two English."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.docsite.markdown.units import Part, Unit

_RUN = "paragraphs"


@dataclass(frozen=True, slots=True)
class Pair:
    """Units that say the same; several paragraphs where they are as many on one side only."""

    english: tuple[Unit, ...]
    own: tuple[Unit, ...]
    """Empty where there is no counterpart."""


def pairs(english: Sequence[Part], own: Sequence[Part]) -> list[Pair]:
    """Return every unit of `english`, in order, with its counterpart.

    What stands between units (code, includes, blocks) says which belong together. Paragraphs that
    a translation has joined or split stay together.
    """
    theirs, ours = [*tokens(english)], [*tokens(own)]
    matcher = difflib.SequenceMatcher(
        None, [kind for kind, _ in theirs], [kind for kind, _ in ours], autojunk=False
    )
    found: list[Pair] = []
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            for (_, their), (_, our) in zip(theirs[start:end], ours[first:last], strict=True):
                found += _matched(their, our)
        else:
            found += [Pair((unit,), ()) for _, units in theirs[start:end] for unit in units]
    return found


def text(units: Sequence[Unit]) -> str:
    """Return what units say as one text, a blank line between them."""
    return "\n\n".join(unit.text for unit in units)


def tokens(parts: Sequence[Part]) -> Iterator[tuple[str, tuple[Unit, ...]]]:
    """Yield the kinds of parts with their units, paragraphs in a row as one."""
    run: list[Unit] = []
    for part in parts:
        if isinstance(part, Unit) and part.kind == "paragraph":
            run.append(part)
            continue
        if run:
            yield _RUN, tuple(run)
            run = []
        yield part.kind, (part,) if isinstance(part, Unit) else ()
    if run:
        yield _RUN, tuple(run)


def _matched(their: tuple[Unit, ...], our: tuple[Unit, ...]) -> list[Pair]:
    if len(their) == len(our):
        return [Pair((one,), (other,)) for one, other in zip(their, our, strict=True)]
    return [Pair(their, our)]
