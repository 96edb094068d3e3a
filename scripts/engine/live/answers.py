"""What the live site answers at an address."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass

from mkdocs.structure.files import File

from scripts.engine.builds.problems import Problem


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address shows."""

    status: int
    body: bytes = b""
    type: str = "text/html; charset=utf-8"
    location: str = ""
    """The address below the site's home that it leads on to."""
    page: bool = False
    """Whether it is a page, which follows what becomes of it."""
    version: str = ""
    """What tells the page as it is now, with all that it loads, from any other time."""
    problem: Problem | None = None
    lost: bool = False
    """Whether the page can't be shown at all, so that its problem is all there is to show."""
    sources: frozenset[str] = frozenset()
    """The files that the page was read from, by their paths from the root, if they are few."""


def static(file: File, name: str) -> Answer:
    """Return the file as it lies on the disk, or as it was generated."""
    try:
        body = file.content_bytes
    except OSError:
        return Answer(404, b"The file is gone.", "text/plain")
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if name.endswith((".js", ".mjs")):
        kind = "text/javascript"
    text = kind.startswith("text/") and "charset" not in kind
    return Answer(200, body, f"{kind}; charset=utf-8" if text else kind)
