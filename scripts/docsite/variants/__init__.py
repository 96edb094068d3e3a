"""The plain form of an example, derived from the `Annotated` form that its author writes.

`derivation` turns one text into the other, `plans` says which files of `docs_src/` that changes,
and `exceptions` reads from `data/examples.yml` which plain forms are not derived, and why.
"""

from __future__ import annotations

from scripts.docsite.variants.derivation import derive
from scripts.docsite.variants.exceptions import FILE
from scripts.docsite.variants.plans import Change, Plan, check, check_exceptions, plan, write

__all__ = ["FILE", "Change", "Plan", "check", "check_exceptions", "derive", "plan", "write"]
