"""The example apps in `docs_src/`: which there are, their forms, and who shows and tests them.

An example is one unit a page can show: `topic/tutorialNNN` with its variants
(`tutorialNNN_an.py`, the `Annotated` form, before `tutorialNNN.py`, the plain form), or a
folder `topic/name/` for an app of several files.
"""

from __future__ import annotations

from scripts.docsite.examples.catalogue import (
    ANNOTATED,
    SOURCES,
    Example,
    Variant,
    find,
    forms,
    is_annotated,
    variants,
)
from scripts.docsite.examples.loading import load
from scripts.docsite.examples.measured import coverage
from scripts.docsite.examples.scaffold import new
from scripts.docsite.examples.usage import Usage, check, untested, unused, usage

__all__ = [
    "ANNOTATED",
    "SOURCES",
    "Example",
    "Usage",
    "Variant",
    "check",
    "coverage",
    "find",
    "forms",
    "is_annotated",
    "load",
    "new",
    "untested",
    "unused",
    "usage",
    "variants",
]
