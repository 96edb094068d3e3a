"""Comparing a translated section with its English section, rule by rule."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from html.parser import HTMLParser

from scripts.docsite.markdown import Document
from scripts.docsite.markdown.inline import retargeted, without_code
from scripts.docsite.markdown.shapes import attributes, lists, tables
from scripts.docsite.translations import rules
from scripts.docsite.translations.code_comments import without_words
from scripts.docsite.translations.digests import (
    TRANSLATED_KEYS,
    is_directive,
    is_drawn,
    without_alternative,
)
from scripts.docsite.translations.glossary.wording import texts
from scripts.docsite.translations.rules import Rule
from scripts.docsite.translations.sections import OF_THE_TOOLS, Section

Fault = tuple[Rule, int, str]
"""A broken rule, the line of the translation, and what is wrong."""

_SENTENCE_END = re.compile(r"(?<=[.!?:;。！？])\s+|\n\s*(?:[*+-]|\d+\.)\s+|\|")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_WORDS_OF_A_SENTENCE = 5


def compare(english: Section, translated: Section) -> list[Fault]:
    """Return every rule that a translated section breaks, by line."""
    ours, theirs = translated.content, english.content
    faults = [fault for check in _CHECKS for fault in check(english, translated)]
    faults += _multisets(
        rules.CODE,
        [(span.line, f"`{' '.join(span.text.split())}`") for span in theirs.code_spans],
        [(span.line, f"`{' '.join(span.text.split())}`") for span in ours.code_spans],
        translated.line,
    )
    faults += _multisets(
        rules.LINKS,
        [(link.line, link.target) for link in theirs.links],
        [(link.line, link.target) for link in ours.links],
        translated.line,
    )
    return sorted(faults, key=lambda fault: (fault[1], fault[0].code))


def _headings(english: Section, translated: Section) -> Iterator[Fault]:
    def marks(document: Document) -> list[tuple[int, str]]:
        return [(h.line, f"{'#' * h.level} {{ {h.attributes} }}") for h in document.headings]

    yield from _sequences(rules.HEADINGS, marks(english.content), marks(translated.content))


def _includes(english: Section, translated: Section) -> Iterator[Fault]:
    def sources(document: Document) -> list[tuple[int, str]]:
        return [(include.line, include.source) for include in document.includes]

    yield from _sequences(rules.INCLUDES, sources(english.content), sources(translated.content))


def _objects(english: Section, translated: Section) -> Iterator[Fault]:
    def names(document: Document) -> list[tuple[int, str]]:
        return [(found.line, f"::: {found.identifier}") for found in document.auto_docs]

    yield from _sequences(rules.INCLUDES, names(english.content), names(translated.content))


def _attributes(english: Section, translated: Section) -> Iterator[Fault]:
    """Yield what stands in braces behind a link here or in English, and not in the other."""

    def marks(document: Document) -> list[tuple[int, str]]:
        texts = ((line, attributes(text)) for line, text in document.paragraphs if "{" in text)
        return [(line, f"{{{mark}}}") for line, found in texts for mark in found]

    theirs, ours = marks(english.content), marks(translated.content)
    yield from _multisets(rules.LINKS, theirs, ours, translated.line)


def _fences(english: Section, translated: Section) -> Iterator[Fault]:
    theirs, ours = english.content.fences, translated.content.fences
    if len(theirs) != len(ours):
        message = f"there are {len(ours)} code blocks, and {len(theirs)} in English"
        yield rules.FENCES, ours[-1].line if ours else translated.line, message
        return
    for their, our in zip(theirs, ours, strict=True):
        if their.info != our.info:
            message = f"it opens with {our.info or 'nothing'!r}, in English with {their.info!r}"
            yield rules.FENCES, our.line, message
        elif is_drawn(our):
            if len(our.content.splitlines()) != len(their.content.splitlines()):
                yield rules.FENCES, our.line, "the diagram has more or fewer lines"
        elif line := _first_difference(without_words(their), without_words(our)):
            message = f"line {line} of the code block is not that of English"
            yield rules.FENCES, min(our.line + line, our.end_line), message


def _first_difference(theirs: Sequence[str], ours: Sequence[str]) -> int:
    """Return the number, from 1, of the first line that differs; 0 where none does."""
    pairs = enumerate(zip(theirs, ours, strict=False), 1)
    found = next((number for number, (their, our) in pairs if their != our), 0)
    return found or (min(len(theirs), len(ours)) + 1) * (len(theirs) != len(ours))


def _blocks(english: Section, translated: Section) -> Iterator[Fault]:
    def kinds(document: Document) -> list[tuple[int, str]]:
        return [(b.line, f"{'/' * (b.depth + 3)} {b.kind}") for b in document.blocks]

    yield from _sequences(rules.BLOCKS, kinds(english.content), kinds(translated.content))


def _shapes(english: Section, translated: Section) -> Iterator[Fault]:
    theirs, ours = english.content.prose, translated.content.prose
    for name, shapes in (("list items", lists), ("tables", tables)):
        english_shapes = [shape for _, shape in shapes(theirs)]
        found = list(shapes(ours))
        if [shape for _, shape in found] != english_shapes:
            told = ", ".join(shape for _, shape in found) or "none"
            message = f"its {name} are {told}; in English {', '.join(english_shapes) or 'none'}"
            yield rules.SHAPE, found[0][0] if found else translated.line, message


def _html(english: Section, translated: Section) -> Iterator[Fault]:
    known = Counter(tag for _, tag in _tags(english.content))
    for line, tag in _tags(translated.content):
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
    for line, text in document.paragraphs:
        if "<" in text:
            parser = _Tags()
            parser.feed(without_code(text))
            yield from ((line, tag) for tag in parser.found)


def _english(english: Section, translated: Section) -> Iterator[Fault]:
    """Yield the sentences that stand in the translation as they do in English."""
    known = english.known
    if "sentences" not in known:
        known["sentences"] = {s for _, s in _sentences(english.content) if _is_long(s)}
    theirs = known["sentences"]
    for line, sentence in _sentences(translated.content) if theirs else ():
        if sentence in theirs:
            yield rules.ENGLISH, line, f"it stands here as in English: {sentence[:60]!r}"


def _sentences(document: Document) -> Iterator[tuple[int, str]]:
    for line, text in texts(document):
        plain = without_code(retargeted(text, lambda target: ""))  # code has full stops, too
        for sentence in _SENTENCE_END.split(plain):
            yield line, " ".join(sentence.split()).strip("*_ ")


def _is_long(sentence: str) -> bool:
    return len(_WORD.findall(sentence)) >= _WORDS_OF_A_SENTENCE


def _comments(english: Section, translated: Section) -> Iterator[Fault]:
    def plain(document: Document) -> list[tuple[int, str]]:
        directives = [comment for comment in document.comments if is_directive(comment)]
        return [(comment.line, without_alternative(comment)) for comment in directives]

    ours, theirs = plain(translated.content), plain(english.content)
    yield from _sequences(rules.COMMENTS, theirs, ours)


def _front_matter(english: Section, translated: Section) -> Iterator[Fault]:
    theirs, ours = english.content.front_matter.data, translated.content.front_matter.data
    for key in sorted({*theirs, *ours} - OF_THE_TOOLS):
        if key not in ours:
            yield rules.FRONT_MATTER, 1, f"it lacks the key {key!r}"
        elif key not in theirs:
            yield rules.FRONT_MATTER, 1, f"English has no key {key!r}"
        elif key not in TRANSLATED_KEYS and ours[key] != theirs[key]:
            yield rules.FRONT_MATTER, 1, f"{key!r} has another value than in English"


_Check = Callable[[Section, Section], Iterable[Fault]]
_CHECKS: tuple[_Check, ...] = (
    _front_matter,
    _headings,
    _includes,
    _objects,
    _attributes,
    _fences,
    _blocks,
    _shapes,
    _html,
    _english,
    _comments,
)


def _sequences(
    rule: Rule, theirs: list[tuple[int, str]], ours: list[tuple[int, str]]
) -> Iterator[Fault]:
    """Yield a fault for the first place where two sequences differ."""
    wanted, found = [text for _, text in theirs], [text for _, text in ours]
    if wanted == found:
        return
    matcher = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            continue
        line = ours[min(first, len(ours) - 1)][0] if ours else 1
        told = [f"English has {text}" for text in wanted[start:end]]
        told += [f"here is {text}" for text in found[first:last]]
        yield rule, line, "; ".join(told)
        return


def _multisets(
    rule: Rule, theirs: list[tuple[int, str]], ours: list[tuple[int, str]], line: int
) -> Iterator[Fault]:
    """Yield a fault for what only one of two multisets has."""
    if [text for _, text in theirs] == [text for _, text in ours]:
        return
    lost = Counter(text for _, text in theirs)
    more: list[int] = []
    for number, text in ours:
        lost[text] -= 1
        if lost[text] < 0:
            more.append(number)
            yield rule, number, f"English has not as many {text}"
    missing = [text for text, count in lost.items() for _ in range(count)]
    if missing:
        yield rule, more[0] if more else line, f"it lacks {', '.join(missing)}"
