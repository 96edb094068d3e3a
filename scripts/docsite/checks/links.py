"""Checks of links: each leads to a page, a file or an anchor that readers of the page get."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urljoin, urlsplit

from scripts.docsite import addresses, data_pages, page_names
from scripts.docsite.checks import rules
from scripts.docsite.checks.rules import Rule
from scripts.docsite.checks.survey import Source, Survey
from scripts.docsite.languages import SOURCE
from scripts.docsite.markdown import Link
from scripts.docsite.markdown.references import folded
from scripts.docsite.model import Finding, PageKey

_HERE = "https://here.invalid/"
"""An address to resolve the links of raw HTML against, which MkDocs leaves as they are."""


@dataclass(frozen=True)
class Links:
    """The links of all pages, and what they can lead to."""

    survey: Survey
    moved: Mapping[PageKey, str]
    """The pages that are redirected, and where to."""

    def check(self, source: Source) -> Iterator[Finding]:
        """Yield what is wrong with the links of a page."""
        for link in source.document.links:
            for rule, message, hint in self._check(source, link):
                yield rule.at(source.path, link.line, message, hint)
        if data_pages.KEY not in source.document.front_matter.data:  # templates have brackets, too
            yield from self._references(source)
            yield from self._footnotes(source)

    def _references(self, source: Source) -> Iterator[Finding]:
        """Yield the references to what neither the page defines nor the reference documents."""
        links = source.document.links
        defined = {folded(link.text) for link in links if link.kind == "reference"}
        for found in source.document.references:
            is_object = not found.is_image and self._is_object(found.name)
            if folded(found.name) not in defined and not is_object:
                near = difflib.get_close_matches(found.name, [*defined, *self._objects], n=1)
                hint = f"did you mean [{near[0]}]?" if near else ""
                message = f"readers see the brackets, nothing says where it leads: {found.written}"
                yield rules.NO_DEFINITION.at(source.path, found.line, message, hint)

    def _footnotes(self, source: Source) -> Iterator[Finding]:
        """Yield the footnotes without a note, and the reverse; English may be shown for some."""
        english = self.survey.source(SOURCE, source.page.key) or source
        shown = {(f.name, f.is_note) for s in (source, english) for f in s.document.footnotes}
        for found in source.document.footnotes:
            if (found.name, not found.is_note) in shown:
                continue
            if found.is_note:
                message = f"nothing in the page leads to the note [^{found.name}]"
                yield rules.UNUSED_NOTE.at(source.path, found.line, message)
                continue
            near = difflib.get_close_matches(found.name, [n for n, is_note in shown if is_note], 1)
            hint = f"did you mean [^{near[0]}]?" if near else ""
            message = f"readers see the brackets, there is no note of that name: [^{found.name}]"
            yield rules.NO_NOTE.at(source.path, found.line, message, hint)

    def _is_object(self, name: str) -> bool:
        """Whether mkdocstrings documents the object of that name, or one around it."""
        return any(f"{name}.".startswith(f"{known}.") for known in self._objects)

    @cached_property
    def _objects(self) -> list[str]:
        sources = self.survey.sources.values()
        return [doc.identifier for source in sources for doc in source.document.auto_docs]

    def _check(self, source: Source, link: Link) -> Iterator[tuple[Rule, str, str]]:
        """Yield the broken rule, the message and the hint for each fault of a link."""
        yield from _without_text(source, link)
        target = link.target
        try:
            parts = urlsplit(target)
        except ValueError as error:
            yield rules.BROKEN_FILE_LINK, f"the address can't be read ({error}): {target}", ""
            return
        if self._is_own(target):
            yield rules.OWN_SITE, f"the link names the site itself: {target}", ""
        elif not (parts.scheme or parts.netloc or self._is_template(source, target)) and target:
            path, anchor = unquote(parts.path), unquote(parts.fragment)
            if link.kind == "html":
                yield from self._address(source, path, anchor)
            else:
                yield from self._file(source, path, anchor)

    def _is_own(self, target: str) -> bool:
        own = self.survey.configuration.site_url
        is_absolute = target.startswith("/") and not target.startswith("//")
        return is_absolute or (bool(own) and f"{target.rstrip('/')}/".startswith(own))

    def _is_template(self, source: Source, target: str) -> bool:
        """Whether the target is only made when the page's data is filled in."""
        return "{{" in target and data_pages.KEY in source.document.front_matter.data

    def _file(self, source: Source, path: str, anchor: str) -> Iterator[tuple[Rule, str, str]]:
        """Check a link that MkDocs resolves: it names a file, from the folder of the page's."""
        language, folder = source.page.language, posixpath.dirname(source.page.key)
        found = posixpath.normpath(posixpath.join(folder, path)) if path else source.page.key
        key = PageKey(found)
        if found.endswith(".md"):
            if self.survey.exists(language, key):
                yield from self._anchor(language, key, anchor)
            else:
                hint = self._moved(path, key, folder)
                yield rules.BROKEN_PAGE_LINK, f"there is no page {path}", hint
        elif page := self._page_at(language, found):
            hint = f"write {posixpath.relpath(page, folder or '.')}"
            yield rules.PAGE_ADDRESS, f"the link names a page by its address: {path}", hint
        elif not self._is_file(language, found):
            yield rules.BROKEN_FILE_LINK, f"there is no file {path}", ""

    def _address(self, source: Source, path: str, anchor: str) -> Iterator[tuple[Rule, str, str]]:
        """Check a link in raw HTML: it is an address as seen from the page's own."""
        known = self.survey.tree.languages
        own = addresses.page_url(source.page.key, directory_urls=True)
        home = f"{_HERE}{known[source.page.language].prefix}"
        found = urljoin(f"{home}{own}", path).removeprefix(_HERE)
        first, _, rest = found.partition("/")
        language, below = (first, rest) if first in known else (SOURCE, found)
        if page := self._page_at(language, below):
            yield from self._anchor(language, page, anchor)
        elif not self._is_file(language, below):
            hint = f"raw HTML needs the address as seen from /{own}"
            yield rules.BROKEN_FILE_LINK, f"there is nothing at {path}", hint

    def _anchor(self, language: str, key: PageKey, anchor: str) -> Iterator[tuple[Rule, str, str]]:
        shown = self.survey.shown(language, key)
        if not anchor or shown is None or shown.has_anchor(anchor):
            return
        english = self.survey.source(SOURCE, key)
        if english and any(heading.id == anchor for heading in english.document.headings):
            return  # A section that a translation lacks is put in from English.
        near = difflib.get_close_matches(anchor, sorted(shown.ids), n=1)
        hint = f"did you mean #{near[0]}?" if near else f"see the headings of {shown.path}"
        yield rules.BROKEN_ANCHOR, f"{shown.path} has no anchor #{anchor}", hint

    def _page_at(self, language: str, path: str) -> PageKey | None:
        """Return the page whose address below the language's home is `path`, if there is one."""
        bare = path.strip("/").removesuffix(".html")
        names = ["index.md"] if bare in ("", ".") else [f"{bare}.md", f"{bare}/index.md"]
        keys = [PageKey(name) for name in names]
        return next((key for key in keys if self.survey.exists(language, key)), None)

    def _is_file(self, language: str, path: str) -> bool:
        folders = [self.survey.tree.folder(code) for code in (language, SOURCE)]
        return not path.startswith("..") and any((folder / path).is_file() for folder in folders)

    def _moved(self, path: str, key: PageKey, folder: str) -> str:
        """Return what to write for a page that is not there."""
        if key in self.moved:
            return f"it has moved: write {self._from(self.moved[key], folder)}"
        near = page_names.near(key, self.survey.tree.source_pages, written=path)
        return f"did you mean {self._from(near, folder)}?" if near else ""

    def _from(self, target: str, folder: str) -> str:
        return target if addresses.has_scheme(target) else posixpath.relpath(target, folder or ".")


def _without_text(source: Source, link: Link) -> Iterator[tuple[Rule, str, str]]:
    """Yield the fault of a link that a reader can't see or follow."""
    anchors = {anchor.line for anchor in source.document.anchors}
    if not link.has_text and link.kind != "link":
        yield rules.NO_ALTERNATIVE, f"the image has no alternative text: {link.target}", ""
    elif not link.target and not link.has_text and link.line in anchors:
        return  # `[](){#id}` is an anchor.
    elif not link.target:
        yield rules.NO_LINK_TEXT, f"the link leads nowhere: {link.text!r}", ""
    elif not link.has_text:
        yield rules.NO_LINK_TEXT, f"the link has no text: {link.target}", ""
