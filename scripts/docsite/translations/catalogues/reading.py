"""Reading catalogues: the entries of PO files, with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from scripts.docsite import encoding
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import Language
from scripts.docsite.model import Location, PageKey

_CONTEXT = re.compile(r"^(?P<key>[^#]+\.md)#(?P<section>.+):(?P<index>\d+)$")
_LINE = re.compile(r"\(line (?P<line>\d+)\)")
_HINT = "mend the file with the program that wrote it, or export the page again"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a PO file says for one message."""

    at: Location
    key: PageKey
    section: str
    context: str
    english: str
    text: str
    """The translation; empty where there is none, or it is in doubt."""
    is_fuzzy: bool = False
    """Whether there is a translation in doubt."""


def read(paths: Iterable[Path], language: Language) -> list[Entry]:
    """Return the entries of the files; obsolete ones and the header are left out.

    Raises `DocsError` with the line where a file can't be read, is for another language, or has
    what no page of the site can have.
    """
    return [entry for path in paths for entry in _entries(path, language)]


def _entries(path: Path, language: Language) -> Iterator[Entry]:
    found = file(path)
    _check_language(path, found, language)
    if not len(found):
        raise DocsError("it has no messages", at=Location(path.as_posix()), hint=_HINT)
    for entry in found:
        if not entry.obsolete:
            yield _entry(Location(path.as_posix(), entry.linenum or 1), entry)


def file(path: Path) -> polib.POFile:
    """Return a PO file as it stands; raises `DocsError` where it can't be read."""
    at = Location(path.as_posix())
    if not path.is_file():
        hint = "`docs translations export --po` writes them"
        raise DocsError("there is no such PO file", at=at, hint=hint)
    try:
        return polib.pofile(str(path), check_for_duplicates=True)
    except (OSError, ValueError, LookupError) as error:  # polib has no exceptions of its own
        if isinstance(error, UnicodeDecodeError) and error.encoding == "utf-8":
            encoding.decoded(path.read_bytes(), path.as_posix())
        match = _LINE.search(str(error))
        at = Location(path.as_posix(), int(match["line"]) if match else 1)
        what = str(error).replace(str(path), "the file")
        raise DocsError(f"it can't be read as a PO file: {what}", at=at, hint=_HINT) from error


def _check_language(path: Path, file: polib.POFile, language: Language) -> None:
    said = str(file.metadata.get("Language", "")).replace("_", "-").lower()
    is_other = said.partition("-")[0] != language.code.partition("-")[0]
    if said and (is_other or _script(said) != _script(language.tag.lower())):
        raise DocsError(
            f"the file is for the language {said!r}, not for {language.code!r}",
            at=Location(path.as_posix()),
            hint="name the language of the file, or mend `Language` in its header",
        )


def _script(tag: str) -> str:
    """Return the script of a language's tag, as far as it tells Chinese from Chinese."""
    if not tag.startswith("zh"):
        return ""
    return "hant" if {*tag.split("-")} & {"hant", "tw", "hk", "mo"} else "hans"


def _entry(at: Location, entry: polib.POEntry) -> Entry:
    match = _CONTEXT.match(entry.msgctxt or "")
    if match is None:
        message = f"no page has a message with the context {entry.msgctxt or ''!r}"
        raise DocsError(message, at=at, hint="import what `docs translations export --po` wrote")
    if entry.msgid_plural:
        hint = "pages have no numbers to choose by: remove `msgid_plural`, and write one `msgstr`"
        raise DocsError("the message has a plural", at=at, hint=hint)
    text = "" if entry.fuzzy else entry.msgstr
    key = PageKey(match["key"])
    is_fuzzy = entry.fuzzy and bool(entry.msgstr.strip())
    return Entry(at, key, match["section"], entry.msgctxt, entry.msgid, text, is_fuzzy)
