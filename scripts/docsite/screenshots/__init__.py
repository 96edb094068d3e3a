"""Screenshots of the examples' documentation pages: what a page asks for, and what it shows.

How the pictures are made is in `scripts/capture/`: it needs a browser, and no build needs it.
"""

from __future__ import annotations

from scripts.docsite.screenshots.checking import check, check_unused
from scripts.docsite.screenshots.notation import Screenshot, Shot, comments, parse, source
from scripts.docsite.screenshots.pictures import (
    DENSITIES,
    FOLDER,
    SCHEMES,
    Picture,
    file_name,
    missing,
    names,
    plan,
    size,
    source_path,
    unused,
)
from scripts.docsite.screenshots.rendering import addressed, render

__all__ = [
    "DENSITIES",
    "FOLDER",
    "SCHEMES",
    "Picture",
    "Screenshot",
    "Shot",
    "addressed",
    "check",
    "check_unused",
    "comments",
    "file_name",
    "missing",
    "names",
    "parse",
    "plan",
    "render",
    "size",
    "source",
    "source_path",
    "unused",
]
