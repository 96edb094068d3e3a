"""Rendering each page's Markdown once: what came out of it is kept and played back.

A page's HTML follows from its final Markdown, its address, the files it reads and the files that
exist around it, which are nearly always the same in every language. So a page that a language
shows in English is not rendered again, and neither is a page that has not changed since the last
build. A page that gave a warning is rendered each time, so that the warning comes each time.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.engine.markdown import highlighting, prefilters
from scripts.engine.markdown.recording import (
    Sources,
    asked_of,
    below,
    play_back,
    recorded,
    toc_data,
    toc_of,
)
from scripts.engine.store.digests import digest
from scripts.engine.store.results import Store

_OBJECTS = b":::"
"""What stands in the source of every page that shows objects of the code."""


@contextmanager
def sparing() -> Iterator[None]:
    """Let Markdown highlight nothing again meanwhile, and try no pattern in vain."""
    with highlighting.remembered(), prefilters.applied():
        yield


@dataclass(frozen=True)
class Renderings:
    """The renderings known to a store.

    `fingerprint` stands for everything else that renderings follow from: the configuration and
    the installed packages.
    """

    store: Store
    sources: Sources
    fingerprint: bytes
    objects: bytes = b""
    """Stands for all pages that show objects of the code."""

    def attach(self, page: Page) -> None:
        """Make the page take its rendering from the store where it was rendered before."""
        page.render = functools.partial(self._render, page)  # type: ignore[method-assign]

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        folder = below(page.file.src_dir or "", self.sources.root)
        text = page.markdown or ""
        objects = self.objects if shows_objects(text.encode()) else b""
        key = digest([self.fingerprint, "rendering", folder, page.file.src_uri, objects, text])
        if (kept := self.store.get(key)) is not None:
            entry = json.loads(kept)
            if self.sources.hold(entry, files):
                _take(entry, page, config, files)
                return
        with recorded(page, config, files, self.sources.root) as recording:
            Page.render(page, config, files)
        if (inputs := self.sources.inputs(recording)) is not None:
            entry = _entry(page) | inputs | {"calls": recording.calls}
            self.store.put(key, json.dumps(entry).encode())


def shows_objects(source: bytes) -> bool:
    """Return whether a page may show objects of the code."""
    return _OBJECTS in source


def objects_digest(files: Files, sources: Sources) -> bytes:
    """Return the digest of all pages that show objects of the code, as `sources` has them.

    Which names an object goes by follows from what was collected for the pages before: they are
    all made in one process, in their order, or none of them is.
    """
    pages = [(file.src_uri, sources.content(file)) for file in files.documentation_pages()]
    return digest([part for page in pages if shows_objects(page[1]) for part in page])


def anchors_data(page: Page) -> dict[str, Any]:
    """Return which anchors a page has, and which it links to, as plain data."""
    links = page.links_to_anchors or {}
    return {
        "ids": sorted(page.present_anchor_ids or ()),
        "links": {file.src_uri: dict(anchors) for file, anchors in links.items()},
    }


def take_anchors(data: Mapping[str, Any], page: Page, files: Files) -> None:
    """Give a page the anchors that the data was made from."""
    ask = asked_of(files)
    page.present_anchor_ids = set(data["ids"])
    page.links_to_anchors = {
        file: anchors for path, anchors in data["links"].items() if (file := ask(path)) is not None
    }


def _entry(page: Page) -> dict[str, Any]:
    return {
        "content": page.content,
        "toc": toc_data(page.toc),
        "title": page._title_from_render,
        **anchors_data(page),
    }


def _take(entry: dict[str, Any], page: Page, config: MkDocsConfig, files: Files) -> None:
    page.content = entry["content"]
    page.toc = toc_of(entry["toc"])
    page._title_from_render = entry["title"]
    take_anchors(entry, page, files)
    play_back(entry["calls"], page, config)
