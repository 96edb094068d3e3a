"""The pseudo-language: every page in letters that no language has, so that what is not translated
stands out, and the tools have a whole translation to work on.

It is generated and never committed. Code, ids, links and markup stay as they are.
"""

from __future__ import annotations

import json
import re
import string
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import yaml

from scripts.docsite import abbreviations, languages, theme, yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, FILE, MESSAGES, SOURCE
from scripts.docsite.markdown import Comment, Document, Fence, Heading, Prose, with_front_matter
from scripts.docsite.markdown.wording import reworded
from scripts.docsite.model import Location
from scripts.docsite.translations import sync
from scripts.docsite.translations.digests import TRANSLATED_KEYS, is_drawn
from scripts.docsite.translations.states import Workbench

Say = Callable[[str], str]
"""Gives the words of another language for those of a text."""

_FIRST = 0x1F170
"""The first of the white letters in black squares, in the order of the alphabet."""
_LETTERS = {
    ord(letter): _FIRST + index
    for alphabet in (string.ascii_lowercase, string.ascii_uppercase)
    for index, letter in enumerate(alphabet)
}
_THEME_WORD = re.compile(r'(?<=^  )"(?P<key>[\w.]+)": (?P<text>".*")(?=,?$)', re.MULTILINE)
_SAID_BY_A_DRAWING = re.compile(r'"[^"]*"|(?<=: )[^"\n]+|(?<=\sas )[^"\n]+')
_ALTERNATIVE = re.compile(r'(?<=\balt=")[^"]*')


def emoji(text: str) -> str:
    """Return the text in letters that are emoji; marks, digits and blanks stay."""
    return text.translate(_LETTERS)


def wording(text: str, say: Say = emoji) -> str:
    """Return a text of the site in the pseudo-language, its markup as it is."""
    return reworded(text, say)


def page(document: Document, kept: Collection[str] = (), say: Say = emoji) -> str:
    """Return an English page in the pseudo-language, line for line; abbreviations are `kept`.

    `say` gives the words of another language for those of a text.
    """

    def told(match: re.Match[str]) -> str:
        return say(match[0])

    def said(match: re.Match[str]) -> str:
        return wording(match[0], say)

    lines = [*document.lines]
    run: list[int] = []
    for element in document.elements:
        if isinstance(element, Heading | Prose):
            if run and element.line != run[-1] + 1:
                _reword(lines, run, kept, say)
                run = []
            run.append(element.line)
        elif isinstance(element, Comment):
            span = slice(element.line - 1, element.end_line)
            lines[span] = _ALTERNATIVE.sub(told, "\n".join(lines[span])).split("\n")
        elif isinstance(element, Fence) and is_drawn(element):
            for number in range(element.line, element.end_line - 1):
                lines[number] = _SAID_BY_A_DRAWING.sub(said, lines[number])
    _reword(lines, run, kept, say)
    for block in document.blocks:
        if block.title:
            head, bar, title = lines[block.line - 1].partition("|")
            lines[block.line - 1] = f"{head}{bar}{wording(title, say)}"
    data = dict(document.front_matter.data)
    data |= {key: wording(str(data[key]), say) for key in TRANSLATED_KEYS if key in data}
    return with_front_matter("\n".join(lines), data)


def _reword(lines: list[str], run: list[int], kept: Collection[str], say: Say) -> None:
    """Change the words of a run of lines, as one text: links and code may go over its lines."""
    pattern = "|".join(rf"\b{re.escape(word)}\b" for word in kept)

    def changed(text: str) -> str:
        parts = re.split(f"({pattern})", text) if pattern else [text]
        parts[::2] = map(say, parts[::2])
        return "".join(parts)

    if run:
        span = slice(run[0] - 1, run[-1])
        lines[span] = reworded("\n".join(lines[span]), changed).split("\n")


def sources(bench: Workbench, code: str) -> Mapping[str, bytes]:
    """Return the files of the project in which English and the pseudo-language `code` are all.

    Raises `DocsError` where that is the code of a real language, or no code.
    """
    root, hint = bench.tree.root, "choose a code that is free, such as em"
    if not languages.is_code(code):
        raise DocsError(f"{code!r} is no language code", hint=hint)
    if code in bench.tree.languages:
        raise DocsError(f"{code!r} is a real language", at=Location(FILE), hint=hint)
    english = languages.message_file(root, SOURCE).data
    said = {key: wording(text) for key, text in english.items()}
    short = abbreviations.explained(root, SOURCE)
    pages = {key: page(bench.english(key).document, short) for key in bench.page_keys()}
    texts = {f"{DOCS}/{code}/{key}": text for key, text in pages.items()}
    texts[FILE] = _registration(root, code)
    texts[f"{theme.OURS}/{code}.html"] = _theme(code)
    texts[f"{MESSAGES}/{code}.yml"] = yaml.safe_dump(said, allow_unicode=True, width=1000)
    explained = {name: emoji(text) for name, text in short.items()}
    texts[abbreviations.path(code)] = yaml.safe_dump(explained, allow_unicode=True, width=1000)
    return {path: text.encode() for path, text in texts.items()}


def _registration(root: Path, code: str) -> str:
    data = yaml_file.load(root, FILE).data
    entry = {"name": emoji("emoji"), "direction": "ltr", "theme": code}
    data = data | {"languages": {SOURCE: data["languages"][SOURCE], code: entry}}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _theme(code: str) -> str:
    """Return the theme's own words in the pseudo-language, as a template of the theme."""
    english = theme.folder() / f"partials/languages/{SOURCE}.html"

    def changed(match: re.Match[str]) -> str:
        key, text = match["key"], json.loads(match["text"])
        if key in ("language", "search.config.lang"):
            text = code
        elif key != "direction" and not key.startswith("search.config."):
            text = emoji(text)
        return f'"{key}": {json.dumps(text, ensure_ascii=False)}'

    return _THEME_WORD.sub(changed, english.read_text(encoding="utf-8"))


def recorded(bench: Workbench, code: str) -> list[sync.Change]:
    """Return what is recorded of the pages of the pseudo-language; all are up to date then."""
    return [sync.plan(found) for found in bench.translations(code)]
