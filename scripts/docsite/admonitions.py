"""Admonitions without a title of their own: they get their kind's word in the page's language."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.docsite import markdown

PREFIX = "admonition_"
"""Before the kind in the site's own words: `admonition_tip`."""


def titled(text: str, path: str, labels: Mapping[str, str]) -> str:
    """Return the page's text with a title for each `/// tip` that has none.

    `labels` are the site's words in the language of the text. Blocks of other kinds, and those
    with a title, stay as they are. Raises `DocsError` where the structure can't be read.
    """
    lines = text.split("\n")
    for block in markdown.scan(text, path).blocks:
        word = labels.get(f"{PREFIX}{block.kind}")
        if word and block.title is None:
            lines[block.line - 1] = f"{lines[block.line - 1].rstrip()} | {word}"
    return "\n".join(lines)
