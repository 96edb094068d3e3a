"""Includes: what stands in a file of the project, shown in a page.

Three layers: `selection` parses `ln[1:9] hl[3] title["main.py"]`, `excerpt` cuts a text by it
without reading anything, `expansion` reads the files and writes the Markdown. mdx_include's own
`{! path !}` is validated by `mdx` and left for mdx_include to read.
"""

from __future__ import annotations

from scripts.docsite.includes.expansion import Expansion, check, expand
from scripts.docsite.includes.selection import Range, Selection, parse

__all__ = ["Expansion", "Range", "Selection", "check", "expand", "parse"]
