"""The words of a text: what readers read of it, told apart from code, targets and markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from scripts.docsite.markdown.inline import code_positions, target_spans, without_code

_TAG = r"</?[A-Za-z][^<>]*>"
_KEPT = re.compile(
    rf"""{_TAG}
    |<[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]+>    # <https://…>
    |https?://[^\s<>()\[\]"]+
    |\{{\{{.*?\}}\}}|\{{%.*?%\}}|\{{[^{{}}\n]*\}}    # templates, attributes, names to be filled in
    |&(?:\#?\w+);
    |\+\+[a-z0-9+-]+\+\+    # keys
    |\\[A-Za-z]
    |\[[xX]\](?=\s)""",
    re.VERBOSE | re.DOTALL,
)
_SPOKEN = re.compile(
    r"""(?P<name>\s(?:alt|title|aria-label)=)(?P<quote>["'])(?P<text>.*?)(?P=quote)"""
)


def reworded(text: str, change: Callable[[str], str]) -> str:
    """Return a paragraph with its words as `change` gives them, all else as it is.

    Kept are inline code, targets of links, tags but for what they say to readers, addresses,
    attributes and template marks in braces, references of characters, and keys.
    """
    parts, end = [], 0
    for start, stop in _kept(text):
        if start >= end:
            parts += [change(text[end:start]), _with_spoken(text[start:stop], change)]
            end = stop
    return "".join([*parts, change(text[end:])])


def _kept(text: str) -> list[tuple[int, int]]:
    return sorted({*_spans(text)}, key=lambda span: (span[0], -span[1]))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    yield from ((code.start, code.end) for code in code_positions(text))
    yield from target_spans(text)
    yield from (match.span() for match in _KEPT.finditer(without_code(text)))


def _with_spoken(kept: str, change: Callable[[str], str]) -> str:
    """Return a tag with the words in it that are read out or shown; all else as it is."""
    if not kept.startswith("<"):
        return kept
    return _SPOKEN.sub(lambda m: f"{m['name']}{m['quote']}{change(m['text'])}{m['quote']}", kept)
