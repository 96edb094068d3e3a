"""Importing an example."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

from scripts.docsite.examples.catalogue import SOURCES


def load(variant: str, *, module: str = "") -> ModuleType:
    """Import one variant afresh and return its module; `module` is the file in a folder.

    `load("bigger_applications/app_an", module="main")` imports
    `docs_src.bigger_applications.app_an.main`. Everything imported before from the same topic
    is forgotten first, so that no state is left over. The root must be importable.
    """
    parts = [SOURCES, *variant.split("/")]
    topic = ".".join(parts[:2])
    for name in [name for name in sys.modules if name == topic or name.startswith(f"{topic}.")]:
        del sys.modules[name]
    if module:
        parts.append(module)
    return importlib.import_module(".".join(parts))
