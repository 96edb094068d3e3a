"""What is wrong with the screenshots that pages ask for, without making any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.markdown import Document
from scripts.docsite.model import Finding, Location
from scripts.docsite.screenshots import notation, pictures

MISSING = "P018"
UNREADABLE = "P019"
UNUSED = "P024"


def check(root: Path, document: Document, path: str) -> Iterator[Finding]:
    """Yield what is wrong with the screenshots of the page `path`."""
    for comment in notation.comments(document):
        try:
            asked = notation.parse(comment, path)
        except DocsError as error:
            yield Finding(Location(path, comment.line), UNREADABLE, error.message, error.hint)
            continue
        source = notation.source(asked.shot)
        if not (root / source).is_file():
            hint = "mend the path, or write the example"
            message = f"the screenshot's example is missing: {source}"
            yield Finding(asked.location, UNREADABLE, message, hint)
        elif missing := pictures.missing(root, asked.shot):
            yield Finding(
                asked.location, MISSING, f"the picture is missing: {missing[0]}", _remedy(path)
            )


def _remedy(path: str) -> str:
    page = path.removeprefix(f"{DOCS}/{SOURCE}/")
    return f"make it with `docs screenshots{f' {page}' if page != path else ''}`"


def check_unused(root: Path, pages: Iterable[tuple[str, Document]]) -> Iterator[Finding]:
    """Yield the picture files that no page shows; nothing where a page's comment can't be read."""
    try:
        planned = pictures.plan(pages)
    except DocsError:
        return
    for path in pictures.unused(root, planned):
        yield Finding(Location(path), UNUSED, "no page shows the picture", "remove it")
