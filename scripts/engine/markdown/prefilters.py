"""Patterns of Markdown that are searched for only in texts that have what they can't do without.

Each block of a page is offered to all kinds of blocks, each text in it to all kinds of inline
markup, and most patterns are tried at every place of it. Nearly all of them ask for something that
few texts have, `>` or `[^`; to look for that first takes a hundredth of the time.
"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pymdownx.blocks  # type: ignore[import-untyped]
from markdown import blockprocessors  # type: ignore[import-untyped]
from markdown.extensions.abbr import AbbrBlockprocessor  # type: ignore[import-untyped]
from markdown.extensions.footnotes import FootnoteBlockProcessor  # type: ignore[import-untyped]
from markdown.extensions.tables import TableProcessor  # type: ignore[import-untyped]
from markdown.treeprocessors import InlineProcessor  # type: ignore[import-untyped]
from markdown.util import AtomicString  # type: ignore[import-untyped]
from material.plugins.typeset import plugin as typeset  # type: ignore[import-untyped]
from mdx_include.mdx_include import IncludePreprocessor  # type: ignore[import-untyped]

Needles = tuple[str, ...]
"""Strings one of which is in every text that a pattern matches; without any, nothing is known."""

_FEW = 6
"""How many needles are looked for at most."""

_REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}

_BLOCKS: list[tuple[Any, str]] = [
    (blockprocessors.BlockQuoteProcessor, "RE"),
    (blockprocessors.HashHeaderProcessor, "RE"),
    (blockprocessors.HRProcessor, "SEARCH_RE"),
    (AbbrBlockprocessor, "RE"),
    (FootnoteBlockProcessor, "RE"),
    (pymdownx.blocks, "RE_START"),
]
"""Where the patterns of blocks are kept."""

_OBJECTS = "mkdocstrings._internal.extension"
"""Where the pattern of blocks that show objects is kept, if there are any: slow to load."""

_LABEL = "data-toc-label="
"""What the typeset plugin looks for with the title of each heading behind it."""

_PIPE = "|"
"""What stands in the first row of every table."""

_INLINE = "_InlineProcessor__handleInline"
_APPLY = "_InlineProcessor__applyPattern"
_INCLUDE = "mdx_include_get_processed_lines"

_is_table = TableProcessor.test
_with_includes = vars(IncludePreprocessor)[_INCLUDE]


@functools.lru_cache(maxsize=1024)
def needles(pattern: str, flags: int) -> Needles:
    """Return strings one of which is in every text that a pattern with these flags matches.

    Raises `re.error` for what is no pattern.
    """
    found = _of_sequence(parser.parse(pattern, flags))
    if flags & re.IGNORECASE and any(each.lower() != each.upper() for each in found):
        return ()
    return found


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> Needles:
    """Return the needles that are best for items that follow each other."""
    choices: list[Needles] = []
    literal = ""
    for code, value in items:
        if code is codes.LITERAL:
            literal += chr(value)
            choices.append((literal,))
            continue
        found = _of_item(code, value)
        choices.append(found)
        literal = ""
    return max(filter(None, choices), key=_worth, default=())


def _worth(found: Needles) -> tuple[bool, int, int]:
    """Return how seldom one of the needles will be in a text."""
    rare = all(any(not c.isalnum() and not c.isspace() for c in each) for each in found)
    return rare, min(map(len, found)), -len(found)


def _of_item(code: Any, value: Any) -> Needles:
    """Return the needles of one item of a pattern, as Python's own parser gives it."""
    if code is codes.IN:
        return _of_branches([[item] for item in value])
    if code in _REPEATS:
        least, _, items = value
        once = _of_sequence(items) if least else ()
        alone = len(once) == 1 and len(items) == 1 and items[0][0] is codes.LITERAL
        return (once[0] * least,) if alone else once
    if code is codes.SUBPATTERN:
        _, added, taken, items = value
        return () if added or taken else _of_sequence(items)
    if code is codes.ATOMIC_GROUP:
        return _of_sequence(value)
    if code is codes.ASSERT:
        return _of_sequence(value[1])
    return _of_branches(value[1]) if code is codes.BRANCH else ()


def _of_branches(branches: Iterable[Iterable[tuple[Any, Any]]]) -> Needles:
    """Return the needles of all branches together, if each has some and they are few."""
    found: Needles = ()
    for branch in branches:
        one = _of_sequence(branch)
        if not one or len(found := tuple(dict.fromkeys(found + one))) > _FEW:
            return ()
    return found


class _Prefiltered:
    """A pattern as it was, which searches only texts that have one of its needles."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self._needles = needles(pattern.pattern, pattern.flags)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def search(self, text: str, *places: int) -> re.Match[str] | None:
        """Return the first match, as the pattern does."""
        for needle in self._needles:
            if needle in text:
                break
        else:
            if self._needles:
                return None
        return self._pattern.search(text, *places)


class _Patterns:
    """The module `re` as the typeset plugin uses it, which looks for labels where there are some.

    It does so with the title of each heading, of which it makes a pattern first.
    """

    def __getattr__(self, name: str) -> Any:
        return getattr(re, name)

    def search(self, pattern: str, text: str) -> re.Match[str] | None:
        """Return the first match of a pattern."""
        return (
            None if pattern.startswith(_LABEL) and _LABEL not in text else re.search(pattern, text)
        )


@contextmanager
def applied() -> Iterator[None]:
    """Let Markdown look for what its patterns need before it tries them."""
    owners = list(_BLOCKS)
    if _OBJECTS in sys.modules:
        owners.append((sys.modules[_OBJECTS].AutoDocProcessor, "regex"))
    replaced: list[tuple[Any, str, Any]] = [
        (owner, name, _Prefiltered(vars(owner)[name])) for owner, name in owners
    ]
    replaced += [
        (InlineProcessor, _INLINE, _handle_inline),
        (TableProcessor, "test", _may_be_table),
        (IncludePreprocessor, _INCLUDE, _included),
        (typeset, "re", _Patterns()),
    ]
    stock = [(owner, name, vars(owner)[name]) for owner, name, _ in replaced]
    for owner, name, ours in replaced:
        setattr(owner, name, ours)
    try:
        yield
    finally:
        for owner, name, theirs in stock:
            setattr(owner, name, theirs)


def _handle_inline(self: Any, data: Any, patternIndex: int = 0) -> Any:
    """Replace what inline patterns match, as the processor itself does."""
    if isinstance(data, AtomicString):
        return data
    patterns, apply = _known(self), getattr(self, _APPLY)
    start = 0
    while patternIndex < len(patterns):
        pattern, needed = patterns[patternIndex]
        for needle in needed:
            if needle in data:
                break
        else:
            if needed:
                patternIndex, start = patternIndex + 1, 0
                continue
        data, matched, start = apply(pattern, data, patternIndex, start)
        if not matched:
            patternIndex += 1
    return data


def _may_be_table(self: Any, parent: Any, block: str) -> bool:
    """Return whether a block is a table, as the processor itself does."""
    return _PIPE in block and bool(_is_table(self, parent, block))


def _included(self: Any, lines: list[str], parent: str) -> list[str]:
    """Return the lines with what they include, as the preprocessor itself does."""
    needed, text = _needles_of(self.compiled_re), "\n".join(lines)
    if needed and not any(needle in text for needle in needed):
        return list(lines)
    return list(_with_includes(self, lines, parent))


def _known(processor: Any) -> list[tuple[Any, Needles]]:
    """Return the patterns of a processor, each with its needles."""
    registry = processor.inlinePatterns
    found: list[tuple[Any, Needles]] | None = vars(processor).get("_prefiltered")
    if found is None or len(found) != len(registry):
        found = [(each, _needles_of(each.getCompiledRegExp())) for each in registry]
        processor._prefiltered = found
    return found


def _needles_of(pattern: Any) -> Needles:
    return needles(pattern.pattern, pattern.flags) if isinstance(pattern, re.Pattern) else ()
