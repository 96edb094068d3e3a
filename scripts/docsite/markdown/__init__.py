"""THE scanner: everything the toolchain knows about Markdown's structure.

`read()` reads a page once, line by line, and returns a `Document` of frozen elements with their
lines; `scan()` keeps it for those who ask again. Nothing else in the project recognises a heading,
a fence, a block, an include or a link.
"""

from __future__ import annotations

from scripts.docsite.markdown.code_links import with_code_linked
from scripts.docsite.markdown.document import Document
from scripts.docsite.markdown.elements import (
    AutoDoc,
    Block,
    CodeSpan,
    Comment,
    Fence,
    Heading,
    Include,
    Prose,
    SectionSource,
)
from scripts.docsite.markdown.front_matter import FrontMatter, with_front_matter
from scripts.docsite.markdown.inline import Anchor, Link
from scripts.docsite.markdown.references import Reference
from scripts.docsite.markdown.scanner import read, scan

__all__ = [
    "Anchor",
    "AutoDoc",
    "Block",
    "CodeSpan",
    "Comment",
    "Document",
    "Fence",
    "FrontMatter",
    "Heading",
    "Include",
    "Link",
    "Prose",
    "Reference",
    "SectionSource",
    "read",
    "scan",
    "with_code_linked",
    "with_front_matter",
]
