"""Cross-references resolved once: links to objects that other pages document.

Where they lead follows from the anchors of all pages. A page with such links, and the anchors
being what they were, is known with its links resolved; else it gets its content before the plugin
resolves them, and is kept afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs_autorefs import AutorefsPlugin

from scripts.engine.markdown.recording import Recording, listening_to_warnings
from scripts.engine.pages.population import Populations, body_of, page_digest
from scripts.engine.store.digests import digest


@contextmanager
def resolved(pages: Populations, config: MkDocsConfig, files: Files) -> Iterator[None]:
    """Give pages that refer to others their content meanwhile, unless it is known resolved.

    What gave a warning is resolved each time, so that the warning comes each time.
    """
    autorefs = cast("AutorefsPlugin | None", config.plugins.get("autorefs"))
    anchors = _anchors(autorefs) if autorefs is not None else b""
    made = {}
    for path, body in pages.referring.items():
        file = files.src_uris[path]
        assert file.page is not None
        key = digest([pages.fingerprint, "resolved", anchors, file.page.url, body])
        if not pages.know(path, key):
            pages.fill(file.page)
            made[key] = file.page
    recording = Recording()
    with listening_to_warnings(recording):
        yield
    if recording.warned or autorefs is None or autorefs._abs_url_map:
        return
    for key, page in made.items():
        text = body_of(page)
        if text is not None:
            pages.keep_body(key, text, page_digest(page))


def _anchors(autorefs: AutorefsPlugin) -> bytes:
    """Return the digest of all that cross-references are looked up in."""
    maps = [autorefs._primary_url_map, autorefs._secondary_url_map, autorefs._title_map]
    return digest([json.dumps(maps)])
