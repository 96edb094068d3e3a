"""Names of pages: how people call a page on the command line, and which one they may have meant."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterable

from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.model import PageKey


def page_key(name: str, *codes: str) -> PageKey:
    """Return the page that people call `name`: `tutorial/body.md`, with or without its ending.

    It may stand below the folder of English or of the languages `codes`, as a shell completes it.
    """
    path = posixpath.normpath(name.replace("\\", "/"))
    for code in (SOURCE, *codes):
        path = path.removeprefix(f"{DOCS}/{code}/")
    return PageKey(path if path.endswith(".md") else f"{path}.md")


def near(key: str, pages: Iterable[str], *, written: str = "") -> str:
    """Return the page that somebody meant who wrote `key`; empty where none is like it.

    One that is called alike comes first, in any folder: the folder is what people forget. `written`
    is the path in a link, which may be meant from the root.
    """
    bare = {_bare(page): page for page in pages}
    wanted = _bare(key), _bare((written or key).lstrip("./"))
    names = sorted({posixpath.basename(path) for path in bare})
    alike = difflib.get_close_matches(posixpath.basename(wanted[0]), names, 1)
    called = [path for path in bare if posixpath.basename(path) in alike]
    found = called or difflib.get_close_matches(wanted[0], bare, 1)
    return bare[max(found, key=lambda path: _likeness(path, wanted))] if found else ""


def _likeness(path: str, wanted: Iterable[str]) -> float:
    return max(difflib.SequenceMatcher(None, one, path).ratio() for one in wanted)


def _bare(page: str) -> str:
    """Return a page's path without its ending; the index of a folder is called as the folder."""
    return page.removesuffix(".md").removesuffix("/index")
