"""Comparing a translated section with its English section, rule by rule."""

from __future__ import annotations

import difflib
import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from typing import Any

from scripts.docsite.markdown import Document, Fence
from scripts.docsite.markdown.inline import code_spans, without_code
from scripts.docsite.markdown.shapes import attributes, lists, may_have_lists, tables
from scripts.docsite.translations import rules
from scripts.docsite.translations.code_comments import without_words
from scripts.docsite.translations.digests import (
    TRANSLATED_KEYS,
    is_directive,
    is_drawn,
    without_alternative,
)
from scripts.docsite.translations.glossary.wording import joined, plain_texts
from scripts.docsite.translations.rules import Rule
from scripts.docsite.translations.sections import OF_THE_TOOLS, Section

Fault = tuple[Rule, int, str]
"""A broken rule, the line of the translation, and what is wrong."""
Marks = Iterator[tuple[int, str]]
"""Something that a section has, with its lines."""

_SENTENCE_END = re.compile(r"[\s|](?:(?<=[.!?:;。！？]\s)\s*|(?<=\n)\s*(?:[*+-]|\d+\.)\s+|(?<=\|))")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_WORDS_OF_A_SENTENCE = 5


def compare(english: Section, translated: Section) -> list[Fault]:
    """Return every rule that a translated section breaks, by line."""
    faults = [fault for check in _CHECKS for fault in check(english, translated)]
    for rule, marks, compared in _MARKS:
        theirs, ours = _found(english, marks), [*marks(translated.content)]
        if (theirs or ours) and [text for _, text in theirs] != [text for _, text in ours]:
            faults += compared(rule, theirs, ours, translated.line)
    return sorted(faults, key=lambda fault: (fault[1], fault[0].code))


def _found(english: Section, what: Callable[[Document], Iterable[Any]]) -> list[Any]:
    """Return what a function finds in an English section, and keep it: it is compared often."""
    found: list[Any] | None = english.known.get(what)
    if found is None:
        found = english.known[what] = list(what(english.content))
    return found


def _written(document: Document, mark: str) -> Sequence[tuple[int, str]]:
    """Return the paragraphs, or none where no one of them has the mark: that is found fast."""
    return document.paragraphs if mark in document.wording else ()


def _headings(document: Document) -> Marks:
    for h in document.headings:
        braces = f"{{ {h.attributes} }}" if h.attributes else "without an id"
        yield h.line, f"{'#' * h.level} {braces}"


def _includes(document: Document) -> Marks:
    return ((include.line, include.source) for include in document.includes)


def _objects(document: Document) -> Marks:
    return ((found.line, f"::: {found.identifier}") for found in document.auto_docs)


def _attributes(document: Document) -> Marks:
    """Yield what stands in braces behind a link."""
    texts = ((line, attributes(text)) for line, text in _written(document, "{") if "{" in text)
    return ((line, f"{{{mark}}}") for line, found in texts for mark in found)


def _blocks(document: Document) -> Marks:
    return ((b.line, f"{'/' * (b.depth + 3)} {b.kind}") for b in document.blocks)


def _comments(document: Document) -> Marks:
    directives = (comment for comment in document.comments if is_directive(comment))
    return ((comment.line, without_alternative(comment)) for comment in directives)


def _code(document: Document) -> Marks:
    spans = code_spans(_written(document, "`"))
    return ((line, f"`{' '.join(text.split())}`") for line, text in spans)


def _links(document: Document) -> Marks:
    return ((link.line, link.target) for link in document.links)


def _fences(english: Section, translated: Section) -> Iterator[Fault]:
    return fence_faults(english.content.fences, translated.content.fences, translated.line)


def fence_faults(theirs: Sequence[Fence], ours: Sequence[Fence], line: int) -> Iterator[Fault]:
    """Yield where code blocks differ from the English ones; `line` is for those that lack."""
    if len(theirs) != len(ours):
        message = f"there are {len(ours)} code blocks, and {len(theirs)} in English"
        yield rules.FENCES, ours[-1].line if ours else line, message
        return
    for their, our in zip(theirs, ours, strict=True):
        if their.info != our.info:
            message = f"it opens with {our.info or 'nothing'!r}, in English with {their.info!r}"
            yield rules.FENCES, our.line, message
        elif our.content == their.content:
            continue
        elif is_drawn(our):
            if len(our.content.splitlines()) != len(their.content.splitlines()):
                yield rules.FENCES, our.line, "the diagram has more or fewer lines"
        elif differs := _first_difference(their, our):
            message = f"line {differs} of the code block is not that of English"
            yield rules.FENCES, min(our.line + differs, our.end_line), message


def _opened(document: Document) -> Marks:
    return ((fence.line, fence.info) for fence in document.fences)


def _first_difference(english: Fence, translated: Fence) -> int:
    """Return the number, from 1, of the first line that differs; 0 where only words do."""
    theirs, ours = without_words(english), without_words(translated)
    pairs = enumerate(zip(theirs, ours, strict=False), 1)
    found = next((number for number, (their, our) in pairs if their != our), 0)
    return found or (min(len(theirs), len(ours)) + 1) * (len(theirs) != len(ours))


def _shapes(english: Section, translated: Section) -> Iterator[Fault]:
    for name, shapes in (("list items", _lists), ("tables", _tables)):
        english_shapes = [shape for _, shape in _found(english, shapes)]
        found = [*shapes(translated.content)]
        if (found or english_shapes) and [shape for _, shape in found] != english_shapes:
            told = ", ".join(shape for _, shape in found) or "none"
            message = f"its {name} are {told}; in English {', '.join(english_shapes) or 'none'}"
            yield rules.SHAPE, found[0][0] if found else translated.line, message


def _lists(document: Document) -> Marks:
    return lists(document.runs if may_have_lists(document.wording) else ())


def _tables(document: Document) -> Marks:
    return tables(_written(document, "|"))


def _html(english: Section, translated: Section) -> Iterator[Fault]:
    found = [*_tags(translated.content)]
    if not found:
        return
    known = Counter(tag for _, tag in _found(english, _tags))
    for line, tag in found:
        known[tag] -= 1
        if known[tag] < 0:
            yield rules.HTML, line, f"English does not have {tag}"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag.isalnum():
            words = ("alt", "title", "aria-label")
            kept = [f' {k}="{"…" if k in words else v or ""}"' for k, v in attrs]
            self.found.append(f"<{tag}{''.join(kept)}>")


def _tags(document: Document) -> Iterator[tuple[int, str]]:
    for line, text in _written(document, "<"):
        if "<" in text:
            parser = _Tags()
            parser.feed(without_code(text))
            yield from ((line, tag) for tag in parser.found)


def _english(english: Section, translated: Section) -> Iterator[Fault]:
    """Yield the sentences that stand in the translation as they do in English."""
    theirs = suspects(english, joined(translated.content))
    for line, sentence in _sentences(translated.content) if theirs else ():
        if sentence in theirs:
            yield rules.ENGLISH, line, f"it stands here as in English: {sentence[:60]!r}"


def suspects(english: Section, written: str) -> set[str]:
    """Return the sentences of an English section all words of which are in a translation."""
    known = _found(english, _long_sentences)
    likely = [sentence for sentence, longest in known if longest in written]
    return {text for text in likely if all(word in written for word in _WORD.findall(text))}


def _long_sentences(document: Document) -> Iterator[tuple[str, str]]:
    """Yield each sentence of some length, and its longest word, which is seldom elsewhere."""
    for _, sentence in _sentences(document):
        words = _WORD.findall(sentence)
        if len(words) >= _WORDS_OF_A_SENTENCE:
            yield sentence, max(words, key=len)


def _sentences(document: Document) -> Marks:
    for line, text in plain_texts(document):  # code has full stops, too
        for sentence in _SENTENCE_END.split(text):
            yield line, " ".join(sentence.split()).strip("*_ ")


def _front_matter(english: Section, translated: Section) -> Iterator[Fault]:
    theirs, ours = english.content.front_matter.data, translated.content.front_matter.data
    return front_matter_faults(theirs, ours) if theirs or ours else iter(())


def front_matter_faults(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield where the keys of a page's front matter, or their values, differ from English."""
    for key in sorted({*theirs, *ours} - OF_THE_TOOLS):
        if key not in ours:
            yield rules.FRONT_MATTER, 1, f"it lacks the key {key!r}"
        elif key not in theirs:
            yield rules.FRONT_MATTER, 1, f"English has no key {key!r}"
        elif key not in TRANSLATED_KEYS and ours[key] != theirs[key]:
            yield rules.FRONT_MATTER, 1, f"{key!r} has another value than in English"


_Check = Callable[[Section, Section], Iterable[Fault]]
_CHECKS: tuple[_Check, ...] = (_front_matter, _fences, _shapes, _html, _english)


def _sequences(
    rule: Rule, theirs: list[tuple[int, str]], ours: list[tuple[int, str]], line: int
) -> Iterator[Fault]:
    """Yield a fault for the first place where two sequences differ."""
    wanted, found = [text for _, text in theirs], [text for _, text in ours]
    matcher = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            continue
        at = ours[min(first, len(ours) - 1)][0] if ours else line
        told = [f"English has {text}" for text in wanted[start:end]]
        how = "here is" if told else "English does not have here"
        told += [f"{how} {text}" for text in found[first:last]]
        yield rule, at, "; ".join(told)
        return


def _multisets(
    rule: Rule,
    theirs: list[tuple[int, str]],
    ours: list[tuple[int, str]],
    line: int,
    *,
    repeats: bool = False,
) -> Iterator[Fault]:
    """Yield a fault for what only one of two multisets has; ours may repeat itself if it `repeats`.

    A language has to say the name again where English says "one" or "it".
    """
    lost = Counter(text for _, text in theirs)
    known = {*lost} if repeats else set()
    more: list[int] = []
    for number, text in ours:
        lost[text] -= 1
        if lost[text] < 0 and text not in known:
            more.append(number)
            yield rule, number, f"English has not as many {text}"
    missing = [text for text, count in lost.items() for _ in range(count)]
    if missing:
        yield rule, more[0] if more else line, f"it lacks {', '.join(missing)}"


_Compare = Callable[[Rule, list[tuple[int, str]], list[tuple[int, str]], int], Iterator[Fault]]
_MARKS: tuple[tuple[Rule, Callable[[Document], Marks], _Compare], ...] = (
    (rules.HEADINGS, _headings, _sequences),
    (rules.INCLUDES, _includes, _sequences),
    (rules.INCLUDES, _objects, _sequences),
    (rules.BLOCKS, _blocks, _sequences),
    (rules.COMMENTS, _comments, _sequences),
    (rules.LINKS, _attributes, _multisets),
    (rules.CODE, _code, functools.partial(_multisets, repeats=True)),
    (rules.LINKS, _links, _multisets),
)
"""What must be the same in both, and how it is compared: in order, or only how many there are."""

LOOKED_AT: tuple[tuple[Callable[[Document], Marks], bool], ...] = (
    *((marks, compared is _sequences) for _, marks, compared in _MARKS),
    *((marks, True) for marks in (_opened, _lists, _tables, _tags)),
)
"""What rules look at, and whether its order counts; but for words and the lines of code blocks."""
