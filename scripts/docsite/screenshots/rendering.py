"""How screenshots look to a reader: one picture for the light scheme and one for the dark."""

from __future__ import annotations

import html
import posixpath
from pathlib import Path

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError
from scripts.docsite.screenshots import notation, pictures
from scripts.docsite.screenshots.notation import Screenshot

_PICTURES = "screenshots://pictures"
"""Stands for the address of the pictures until there is HTML: so far a page is the same wherever
it is shown."""


def render(text: str, path: str, *, root: Path) -> str:
    """Return a page's Markdown with pictures in the place of the comments that ask for them.

    They have no address yet: `addressed` gives it to them. A comment that can't be read, or whose
    picture is missing, stays: `check` tells it, with the line of the source. Raises `DocsError`
    where the structure of a page with such comments can't be read.
    """
    if notation.MARK not in text:
        return text
    lines = text.split("\n")
    for comment in reversed([*notation.comments(markdown.scan(text, path))]):
        try:
            asked = notation.parse(comment, path)
        except DocsError:
            continue
        if shown := _figure(asked, root):
            first = lines[comment.line - 1]
            indent = first[: len(first) - len(first.lstrip())]
            block = ["", *shown, ""]
            lines[comment.line - 1 : comment.end_line] = [f"{indent}{n}" if n else n for n in block]
    return "\n".join(lines)


def addressed(content: str, url: str, prefix: str) -> str:
    """Return a page's HTML with the addresses of its pictures.

    `url` is the page's address from the language's home, and `prefix` that of the site from there.
    """
    up = posixpath.relpath(".", posixpath.dirname(url) or ".")
    folder = posixpath.normpath(posixpath.join(up, prefix, pictures.FOLDER))
    return content.replace(f"{_PICTURES}/", f"{folder}/")


def _figure(asked: Screenshot, root: Path) -> list[str]:
    images = []
    for scheme in pictures.SCHEMES:
        files = {
            density: pictures.file_name(asked.shot, scheme, density)
            for density in pictures.DENSITIES
        }
        try:
            found = [(root / pictures.source_path(name)).read_bytes() for name in files.values()]
        except OSError:
            return []
        size = pictures.size(found[0])
        if size is None:
            return []
        srcset = ", ".join(f"{_PICTURES}/{name} {density}x" for density, name in files.items())
        images.append(
            f'<img class="screenshot-{scheme}" src="{_PICTURES}/{files[1]}" srcset="{srcset}"'
            f' width="{size[0]}" height="{size[1]}" loading="lazy" alt="{html.escape(asked.alt)}">'
        )
    return ['<figure class="screenshot">', *images, "</figure>"]
