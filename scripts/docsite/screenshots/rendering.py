"""How screenshots look to a reader: one picture for the light scheme and one for the dark."""

from __future__ import annotations

import html
from pathlib import Path

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError
from scripts.docsite.screenshots import notation, pictures
from scripts.docsite.screenshots.notation import Screenshot


def render(text: str, path: str, *, root: Path, folder: str) -> str:
    """Return a page's Markdown with pictures in the place of the comments that ask for them.

    `folder` is the address of the pictures from the page. A comment that can't be read, or whose
    picture is missing, stays: `check` tells it, with the line of the source. Raises `DocsError`
    where the page's structure can't be read.
    """
    lines = text.split("\n")
    for comment in reversed([*notation.comments(markdown.scan(text, path))]):
        try:
            asked = notation.parse(comment, path)
        except DocsError:
            continue
        if shown := _figure(asked, root, folder):
            first = lines[comment.line - 1]
            indent = first[: len(first) - len(first.lstrip())]
            block = ["", *shown, ""]
            lines[comment.line - 1 : comment.end_line] = [f"{indent}{n}" if n else n for n in block]
    return "\n".join(lines)


def _figure(asked: Screenshot, root: Path, folder: str) -> list[str]:
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
        srcset = ", ".join(f"{folder}/{name} {density}x" for density, name in files.items())
        images.append(
            f'<img class="screenshot-{scheme}" src="{folder}/{files[1]}" srcset="{srcset}"'
            f' width="{size[0]}" height="{size[1]}" loading="lazy" alt="{html.escape(asked.alt)}">'
        )
    return ['<figure class="screenshot">', *images, "</figure>"]
