"""Text that escapes translation: English words left in the built site of the pseudo-language."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from scripts.docsite import abbreviations, addresses, configuration
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import SOURCE
from scripts.docsite.model import Finding, Location, Severity
from scripts.docsite.tree import Page, Tree

_NAMES = ("FastAPI", "Material for MkDocs")
_CODE = frozenset({"code", "kbd", "pre", "samp", "style", "template"})
_CODE_CLASSES = frozenset({"filename"})
"""Classes of elements that say names of files, requests and statuses."""
_VOID = frozenset({"br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_SPOKEN = ("alt", "aria-label", "placeholder", "title")
_META = ("description", "og:description", "og:title")
_SETTINGS = ("__config", "docsite-settings")
"""The scripts of a page that hold texts for other scripts, as JSON."""
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+|[\w./-]+\.(?:css|html|js|json|md|mjs|py|txt|woff2)\b")
_WORD = re.compile(r"[A-Za-z]{2,}")
_HINT = "take it from data/messages/, or mark it with lang where it has to be English"


@dataclass(frozen=True, slots=True)
class Text:
    """What readers get to see or to hear, and where it stands."""

    line: int
    place: str
    """The tag around it, or the attribute that holds it."""
    text: str


def find(site: Path, known: Tree, code: str) -> list[Finding]:
    """Return the English texts of the pages below `site` that are in the language `code`.

    Each is told once, with the number of its pages. Proper names stay as they are. The pages that
    are never translated, and their titles, are English on purpose.

    Raises `DocsError` where the language is not built.
    """
    if not (site / code).is_dir():
        hint = f"run `docs build-lang {code} --pseudo`"
        raise DocsError("the pseudo-language is not built", hint=hint)
    names = {*_NAMES, *configuration.load(known.root).names}
    names |= abbreviations.explained(known.root, SOURCE).keys()
    english = [key for key in known.source_pages if known.languages.is_never_translated(key)]
    skipped = {site / code / addresses.page_file(key, directory_urls=True) for key in english}
    titles = {part.strip() for key in english for part in _parts(known.source_pages[key])}
    code_names = {name for page in known.source_pages.values() for name in _code_names(page)}
    found: dict[tuple[str, str], list[Location]] = {}
    for path in sorted((site / code).rglob("*.html")):
        if path not in skipped:
            where = path.relative_to(site).as_posix()
            for text in escaped(path.read_text(encoding="utf-8"), code, names | code_names):
                if text.text.rpartition(": ")[2] not in titles:  # "Next: Reference"
                    found.setdefault((text.place, text.text), []).append(Location(where, text.line))
    return [_finding(*key, places) for key, places in found.items()]


def _parts(page: Page) -> list[str]:
    """Return the title of a page, and what is around the code in it."""
    title = page.document.title or ""
    return [title.replace("`", ""), *title.split("`")]


def _code_names(page: Page) -> list[str]:
    """Return the code in the page's headings: the table of contents names it as plain text."""
    lines = {heading.line for heading in page.document.headings}
    return [span.text for span in page.document.code_spans if span.line in lines]


def _finding(place: str, text: str, places: Sequence[Location]) -> Finding:
    pages = len({location.path for location in places})
    count = f" on {pages} pages" if pages > 1 else ""
    message = f"{text[:80]!r} in {place}{count} is English"
    return Finding(places[0], "U001", message, _HINT, Severity.WARNING)


def escaped(page: str, code: str, allowed: Collection[str] = ()) -> Iterator[Text]:
    """Yield the texts of a page that have English words: no code, no names, no addresses."""
    names = sorted(filter(None, allowed), key=len, reverse=True)
    parser = _Texts(code)
    parser.feed(page)
    for found in parser.found:
        rest = _ADDRESS.sub(" ", found.text)
        for name in names:
            rest = rest.replace(name, " ")
        if _WORD.search(rest):
            yield found


class _Texts(HTMLParser):
    """Collects what a page says in its own language."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.found: list[Text] = []
        self._code = code
        self._open: list[tuple[str, str, bool]] = []
        """The open elements: name, tag as written, and whether what is in it is looked at."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at what the tag says itself, and remember it for what is in it."""
        given = {key: value or "" for key, value in attrs}
        is_ours = given.get("lang", self._code) == self._code
        classes = {*given.get("class", "").split()}
        counts = self._counts and is_ours and tag not in _CODE and not classes & _CODE_CLASSES
        if tag == "script":
            counts = counts and given.get("id") in _SETTINGS
        if self._counts and is_ours:
            self._attributes(tag, given)
        if tag not in _VOID:
            marks = "".join(f' {k}="{given[k]}"' for k in ("class", "id") if k in given)
            self._open.append((tag, f"<{tag}{marks}>", counts))

    def _attributes(self, tag: str, given: dict[str, str]) -> None:
        for name in _SPOKEN:
            if given.get(name):
                self._keep(f"{name} of <{tag}>", given[name])
        if tag == "meta" and given.get("name", given.get("property", "")) in _META:
            self._keep(f"<meta {given.get('name', given.get('property'))}>", given["content"])

    def handle_endtag(self, tag: str) -> None:
        """Leave the element, and those in it that were not closed."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        """Keep what the page says, and what its settings let scripts say."""
        if not self._counts or not self._open or not data.strip():
            return
        tag, place, _ = self._open[-1]
        if tag != "script":
            self._keep(place, data)
            return
        settings = json.loads(data)
        for key, value in settings.get("translations", settings).items():
            if isinstance(value, str) and not value.startswith(("http", ".", "/")):
                self._keep(f"{key} of {place}", value)

    @property
    def _counts(self) -> bool:
        return self._open[-1][2] if self._open else True

    def _keep(self, place: str, text: str) -> None:
        self.found.append(Text(self.getpos()[0], place, " ".join(text.split())))
