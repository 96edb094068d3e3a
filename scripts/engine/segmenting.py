"""The segmenter of Chinese texts, loaded when there is a Chinese text.

Material's search imports it at once, and with it a module that is slow to load, whichever
languages are built.
"""

from __future__ import annotations

import importlib.util
import logging
import sys
import warnings
from types import ModuleType
from typing import Any

SEGMENTER = "jieba"

# What the segmenter imports is old.
warnings.filterwarnings("ignore", "pkg_resources is deprecated", UserWarning)


def load_late() -> None:
    """Let the segmenter, where it is installed, be loaded when it is first used, and be quiet.

    (`importlib.util.LazyLoader` would load it as soon as anybody imports it.)
    """
    known = sys.modules.get(SEGMENTER)
    spec = importlib.util.find_spec(SEGMENTER) if known is None else None
    if spec is not None:
        module = _Late(SEGMENTER)
        module.__spec__, module.__path__ = spec, spec.submodule_search_locations or []
        sys.modules[SEGMENTER] = module
    elif not isinstance(known, _Late):
        _be_quiet()


class _Late(ModuleType):
    """Stands for the segmenter until somebody wants something of it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(SEGMENTER) is self:
            del sys.modules[SEGMENTER]
        found = importlib.import_module(SEGMENTER)
        _be_quiet()
        vars(self).update(vars(found))
        return getattr(found, name)


def _be_quiet() -> None:
    logging.getLogger(SEGMENTER).setLevel(logging.WARNING)  # it sets itself to DEBUG
