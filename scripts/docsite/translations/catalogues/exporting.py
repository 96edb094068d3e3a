"""Writing catalogues: one PO file for each page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib
from babel.messages.plurals import get_plural

from scripts.docsite.languages import DOCS, SOURCE, Language
from scripts.docsite.model import PageKey
from scripts.docsite.translations.catalogues import merging, reading
from scripts.docsite.translations.messages.collecting import Message, SectionMessages, collect
from scripts.docsite.translations.states import Workbench

FOLDER = "po"
_WIDTH = 100


@dataclass(frozen=True)
class Export:
    """Catalogues by their paths, and what of the old ones stands in no page."""

    files: Mapping[str, str]
    kept: int
    """How many texts that were in the old files alone are in the new ones, too."""


def export(bench: Workbench, language: Language, keys: Iterable[PageKey], folder: Path) -> Export:
    """Return the catalogues of the pages, which are to be written below a folder.

    Their paths are such as `fr/tutorial/first-steps.po`. Raises `DocsError` where a page is not
    there or can't be read, and where a file that is there can't be.
    """
    found, kept = {}, 0
    for key in keys:
        path = f"{language.code}/{key.removesuffix('.md')}.po"
        file = catalogue(bench, language, key)
        if (folder / path).is_file():
            kept += merging.carry(reading.file(folder / path), file)
        found[path] = f"{file}".rstrip("\n") + "\n"
    return Export(found, kept)


def catalogue(bench: Workbench, language: Language, key: PageKey) -> polib.POFile:
    """Return the PO file of a page; the same page gives the same one."""
    page = bench.translation(language.code, key)
    sections = collect(bench.english(key), page, language.code, bench.tree.root)
    file = polib.POFile(wrapwidth=_WIDTH)
    file.header = f"{DOCS}/{language.code}/{key}, from {DOCS}/{SOURCE}/{key}"
    file.metadata = _metadata(language)
    own_path = page.path if page else ""
    for found in sections:
        file.extend(_entry(found, message, own_path) for message in found.messages)
        file.extend(_gone(found, key))
    return file


def _metadata(language: Language) -> dict[str, str]:
    plural = get_plural(language.tag.replace("-", "_"))
    return {
        "Project-Id-Version": "The FastAPI Field Guide",
        "PO-Revision-Date": "",  # the program that edits the file writes these
        "Last-Translator": "",
        "Language-Team": "",
        "Language": language.tag.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural.plural_forms,
    }


def _entry(found: SectionMessages, message: Message, own_path: str) -> polib.POEntry:
    notes = [f"{message.units[0].kind} ({found.state.value})"]
    if message.below:
        notes.append(f"below {message.below}")
    place = f"{own_path}:{message.own[0].line}" if message.own else ""
    entry = polib.POEntry(
        msgctxt=message.context,
        msgid=message.english,
        msgstr=message.translated,
        comment="\n".join(notes),
        tcomment=place,
        occurrences=[(f"{DOCS}/{SOURCE}/{message.key}", message.units[0].line)],
    )
    if message.is_fuzzy:
        entry.flags.append("fuzzy")
        entry.previous_msgid = message.previous or None
        entry.previous_msgctxt = message.context if message.previous else None
    return entry


def _gone(found: SectionMessages, key: PageKey) -> Iterable[polib.POEntry]:
    """Return what English does not say any more, for whoever can use its translation again."""
    for english, translated in found.gone:
        context = f"{key}#{found.id}:gone"
        yield polib.POEntry(msgctxt=context, msgid=english, msgstr=translated, obsolete=True)
