"""Highlights: the lines that pages mark or cut out of files, recorded, so that none moves unseen.

A range such as `hl[6:7]` stays what it is when a line is added to the file above it, and then
marks other lines. So `data/highlights.yml` keeps a digest of the lines behind each range of the
English pages. `checking` compares it with the pages of now; `moving` moves ranges whose lines
stand elsewhere in the file by now, in every language, and records the rest.
"""

from __future__ import annotations

from scripts.docsite.highlights.checking import check
from scripts.docsite.highlights.moving import Plan, apply, plan
from scripts.docsite.highlights.record import FILE

__all__ = ["FILE", "Plan", "apply", "check", "plan"]
