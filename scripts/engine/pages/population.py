"""Pages made once: all that a page is before the theme makes a document of it, kept.

Reading a page, what hooks make of its Markdown, its HTML, what plugins make of that: all of it
follows from the page's source, the fingerprint, and what it asked for meanwhile. A page that is
known so far is given what others see of it (title, metadata, anchors, recorded calls); its
content is looked up only where somebody needs it, which is rarely so when another page changed.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs.commands.build import _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from scripts.docsite.languages import DOCS, SOURCE
from scripts.engine.markdown.recording import (
    Recording,
    Sources,
    below,
    play_back,
    recorded,
    toc_data,
    toc_of,
)
from scripts.engine.markdown.rendering import anchors_data, shows_objects, take_anchors
from scripts.engine.store.digests import digest
from scripts.engine.store.results import PAGE, Store

_HANDLED = frozenset(
    {"render", "title", "_title_from_render", "markdown", "meta", "content", "toc"}
    | {"present_anchor_ids", "links_to_anchors"}
)
"""Attributes of a page that are kept one by one; others that appear are kept as they are."""

_READ = 1_000
"""How many English pages' entries stay in memory, for the next language that shows them."""

_REFERENCE = "autoref"
"""What stands in the content of every page whose links follow from the anchors of others."""

_BACKLINKS = "<backlinks"
"""What stands in the content of a page that shows which pages link to it: only all of them know."""

_FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n.*?^---[ \t]*\r?$", re.S | re.M)

_DATA = b"data:"
"""What stands in the front matter of every page that shows data."""

_ESCAPE = b"\\"
"""What stands in front matter that may name data in another way than letter by letter."""


class NotKnownError(Exception):
    """What was there a moment ago is damaged or gone; the language has to be built without it."""


@dataclass(frozen=True)
class Populations:
    """The pages known to a store, in one language."""

    store: Store
    sources: Sources
    fingerprint: bytes
    """Stands for all that every page of the language follows from."""
    computed: Mapping[str, str]
    """The digests of the data that pages show and no file holds, by name."""
    objects: bytes = b""
    """Stands for all pages that show objects of the code, as `objects_digest` gives it."""
    read: dict[bytes, Mapping[str, Any]] = field(default_factory=dict, repr=False)
    """What is known of English pages, by their keys, that another language has shown."""
    hollow: dict[str, bytes] = field(default_factory=dict)
    """The pages without content so far, by their paths, and under which key it is kept."""
    digests: dict[str, bytes] = field(default_factory=dict)
    """The digests of the hollow pages, as `page_digest` would give them."""
    referring: dict[str, bytes] = field(default_factory=dict)
    """The hollow pages whose links follow from other pages, with the key of their content."""
    _keys: dict[str, bytes] = field(default_factory=dict, repr=False)
    """The keys of pages that were asked for, and that were not populated yet."""

    def populate(self, page: Page, config: MkDocsConfig, files: Files) -> bytes:
        """Make the page what it is before the theme is asked, or give it what is known of it.

        Returns the key that it is known by, unless it can't be kept.
        """
        key = self._keys.pop(page.file.src_uri, None) or self._key(page)
        entry = self._entry(key, page, files)
        if entry is not None:
            config.plugins.on_pre_page(page, config=config, files=files)
            self._take(entry, page, config, files)
            return key
        attributes = _HANDLED.union(vars(page))
        with recorded(page, config, files, self.sources.root) as recording:
            _populate_page(page, config, files)
        if _BACKLINKS in (page.content or ""):
            raise NotKnownError(f"who links to {page.file.src_uri}")
        self._keep(key, page, recording, attributes)
        return key

    def seems_known(self, page: Page) -> bool:
        """Return whether something is known of the page, though it may no longer hold."""
        key = self._keys[page.file.src_uri] = self._key(page)
        return key in self.store

    def results(self, key: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Yield all that a page is known by, each with its own key, for another store."""
        if (kept := self.store.get(key)) is not None:
            body_key = bytes.fromhex(json.loads(kept)["body"])
            if (body := self.store.get(body_key)) is not None:
                yield body_key, body
                yield key, kept

    def fill(self, page: Page) -> None:
        """Give a page that is hollow its content."""
        key = self.hollow.pop(page.file.src_uri, None)
        if key is None:
            return
        if (kept := self.store.get(key, again=self._is_shared(page))) is None:
            raise NotKnownError(page.file.src_uri)
        page.markdown, page.content, page.toc = _unpacked(kept)

    def _is_shared(self, page: Page) -> bool:
        """Return whether other languages may show the page, too."""
        return below(page.file.src_dir or "", self.sources.root) == f"{DOCS}/{SOURCE}"

    def _key(self, page: Page) -> bytes:
        """Return what the page is known by, before anything is read but its source."""
        folder = below(page.file.src_dir or "", self.sources.root)
        source = self.sources.content(page.file)
        parts: list[str | bytes] = [self.fingerprint, "page", folder, source]
        parts += [page.file.src_uri, page.url]
        parts += [str(page.title), str(page.is_homepage)]
        parts.append(self.objects if shows_objects(source) else "")
        head = found[0] if (found := _FRONT_MATTER.match(source)) else source
        for name, value in self.computed.items() if _DATA in head else ():
            parts.append(value if name.encode() in head or _ESCAPE in head else "")
        # A translation is put together with its English page, which others may have read before.
        english = self.sources.digest(f"{DOCS}/{SOURCE}/{page.file.src_uri}")
        return digest([*parts, str(english)])

    def _entry(self, key: bytes, page: Page, files: Files) -> Mapping[str, Any] | None:
        entry = self.read.get(key)
        if entry is None:
            if (kept := self.store.get(key)) is None:
                return None
            entry = json.loads(kept)
            if len(self.read) < _READ and self._is_shared(page):
                self.read[key] = entry
        holds = self.sources.hold(entry, files) and bytes.fromhex(entry["body"]) in self.store
        return entry if holds else None

    def _take(
        self, entry: Mapping[str, Any], page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        path, body = page.file.src_uri, bytes.fromhex(entry["body"])
        vars(page).update(copy.deepcopy(entry["more"]))
        page.meta = copy.deepcopy(entry["meta"])
        page.title = entry["title"]
        take_anchors(entry, page, files)
        play_back(entry["calls"], page, config)
        self.hollow[path] = body
        if entry["refers"]:
            self.referring[path] = body
        else:
            self.digests[path] = bytes.fromhex(entry["digest"])

    def _keep(
        self, key: bytes, page: Page, recording: Recording, attributes: frozenset[str]
    ) -> None:
        """Keep what the page has become, where it is made of plain data."""
        inputs = self.sources.inputs(recording)
        more = {name: value for name, value in vars(page).items() if name not in attributes}
        seen = {"meta": page.meta, "more": more, "title": page.title, "calls": recording.calls}
        if inputs is None or (text := _plain(seen)) is None or (body := body_of(page)) is None:
            return
        body_key = digest(["body", body])
        entry = json.loads(text) | inputs | anchors_data(page)
        entry |= {"body": body_key.hex(), "digest": page_digest(page).hex()}
        entry["refers"] = _REFERENCE in (page.content or "")
        self.store.put(body_key, body, kind=PAGE)
        self.store.put(key, json.dumps(entry).encode(), kind=PAGE)
        self.read.pop(key, None)

    def know(self, path: str, key: bytes) -> bool:
        """Take another content for a hollow page, kept with the key; return whether it is there."""
        if (kept := self.store.get(key)) is None:
            return False
        known = json.loads(kept)
        body = bytes.fromhex(known["body"])
        if body not in self.store:
            return False
        self.hollow[path], self.digests[path] = body, bytes.fromhex(known["digest"])
        return True

    def keep_body(self, key: bytes, body: bytes, page: bytes) -> None:
        """Keep a content, and the digest of the `page` it makes, for `know`."""
        body_key = digest(["body", body])
        known = {"body": body_key.hex(), "digest": page.hex()}
        self.store.put(body_key, body, kind=PAGE)
        self.store.put(key, json.dumps(known).encode(), kind=PAGE)


def body_of(page: Page) -> bytes | None:
    """Return what `Populations.fill` gives a page; None where it is more than plain data.

    Markdown and HTML stand behind a line of JSON, for they are long, and JSON takes its time.
    """
    try:
        texts = [str(page.markdown or "").encode(), str(page.content or "").encode()]
    except UnicodeEncodeError:
        return None
    head = _plain({"toc": toc_data(page.toc), "markdown": len(texts[0])})
    return b"".join([head.encode(), b"\n", *texts]) if head is not None else None


def _unpacked(body: bytes) -> tuple[str, str, TableOfContents]:
    """Return the Markdown, the HTML and the table of contents of a page."""
    line, _, texts = body.partition(b"\n")
    head = json.loads(line)
    cut = head["markdown"]
    return texts[:cut].decode(), texts[cut:].decode(), toc_of(head["toc"])


def page_digest(page: Page) -> bytes:
    """Return the digest of a page's content and table of contents."""
    return digest([page.content or "", *_toc(toc_data(page.toc))])


def _toc(links: list[dict[str, Any]]) -> Iterator[str]:
    for link in links:
        yield repr(sorted((k, v) for k, v in link.items() if k != "children"))
        yield "("
        yield from _toc(link["children"])
        yield ")"


def _plain(data: Mapping[str, Any]) -> str | None:
    """Return the data as JSON; None where not all of it comes back from JSON as it was."""
    try:
        text = json.dumps(data)
    except (TypeError, ValueError):
        return None
    return text if json.loads(text, object_hook=None) == _listed(data) else None


def _listed(data: Any) -> Any:
    """Return the data with each tuple as a list: calls are the same with either."""
    if isinstance(data, dict):
        return {key: _listed(value) for key, value in data.items()}
    return [_listed(value) for value in data] if isinstance(data, list | tuple) else data
