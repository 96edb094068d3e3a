"""Starting a translation: the English text in place, each section marked as to be translated.

Code, includes, ids and links are ready; what stays marked counts as missing, and readers get it
in English. A page that is there already gets the sections that it lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS
from scripts.docsite.model import Location, PageKey
from scripts.docsite.translations import layout
from scripts.docsite.translations.digests import has_prose
from scripts.docsite.translations.sections import FRONT_MATTER, MARK, Section
from scripts.docsite.translations.states import English, Translation, Workbench
from scripts.docsite.translations.todo import about
from scripts.docsite.writing import write_all

_COMMENT = f"<!-- {MARK} -->"
_KEY = f"{MARK}: true"


@dataclass(frozen=True)
class Start:
    """The page as it will be, and which sections of it were put there."""

    path: str
    text: str
    added: tuple[str, ...]
    words: int
    """The English words that are to be translated in them."""
    is_new: bool


def plan(bench: Workbench, language: str, key: PageKey) -> Start:
    """Return the page with every section that the language lacks, marked.

    What is translated is not touched. Raises `DocsError` where there is no such English page,
    it is never translated, and where the language lacks nothing of it.
    """
    found = bench.to_translate(language, key)
    path = f"{DOCS}/{language}/{key}"
    page = bench.translation(language, key)
    if page is None:
        added = tuple(found.sections)
        text = untranslated(found)
    else:
        here = {**page.sections, **page.marked}
        added = tuple(id_ for id_ in found.sections if id_ not in here)
        text = _completed(page, added)
    if not added:
        hint = f"see what is to be done with `docs translations todo {language}`"
        raise DocsError("the page has every section of English", at=Location(path), hint=hint)
    return Start(path, text, added, sum(found.words[i] for i in added), page is None)


def untranslated(english: English) -> str:
    """Return a whole page to be translated: every section in English, and marked."""
    return "\n\n".join(map(_marked, english.sections.values())) + "\n"


def apply(root: Path, start: Start) -> None:
    """Write the page."""
    write_all(root, {start.path: start.text.encode()})


def _marked(section: Section) -> str:
    """Return an English section with the mark, unless there is nothing to translate in it."""
    if not has_prose(section):
        return section.text
    if section.id == FRONT_MATTER:
        *head, last = section.text.split("\n")
        return "\n".join([*head, _KEY, last])
    return "\n\n".join(part for part in (section.head, _COMMENT, section.body) if part)


def _completed(page: Translation, added: tuple[str, ...]) -> str:
    """Return the page with each missing section behind the one that English has before it."""
    now = layout.of(page.document)
    ids = [*now.chunks]
    fresh = {id_: _marked(page.english.sections[id_]) for id_ in added}
    before = -1
    for id_ in page.english.sections:
        if id_ in fresh and id_ != FRONT_MATTER:
            ids.insert(before + 1, id_)
        before = ids.index(id_) if id_ in ids else before
    head = fresh.pop(FRONT_MATTER, "").split("\n")[1:-1]
    if head:
        has_one = page.document.front_matter.end_line > 0
        rest = now.head[1:] if has_one else ["---", *now.head]
        now = replace(now, head=["---", *head, *rest])
    return now.arranged(ids, fresh).text


def told(start: Start) -> Iterator[str]:
    """Yield what was done, and what is to be done next, in lines for people."""
    what = "the whole page" if start.is_new else ", ".join(f"'{id_}'" for id_ in start.added)
    yield f"written: {start.path} ({what}: {about(start.words)} to translate)"
    yield f"  → translate a section, then remove its {_COMMENT}; readers get it from then on"
    if FRONT_MATTER in start.added:
        yield f"  → translate title and description, then remove the line `{_KEY}`"
    yield "  → when you have done some: `docs translations check`, then `sync`"
