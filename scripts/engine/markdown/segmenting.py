"""The segmenter of Chinese texts, loaded when there is a Chinese text.

Material's search imports it at once, and with it a module that is slow to load, whichever
languages are built.
"""

from __future__ import annotations

import importlib.util
import logging
import marshal
import sys
import warnings
from collections.abc import Iterable
from types import ModuleType, SimpleNamespace
from typing import Any

from scripts.docsite.languages import Language

SEGMENTER = "jieba"
_HAN = frozenset({"ja", "zh"})
"""The languages of the search whose texts are in the script that is segmented."""

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


_expected: list[str] = []
"""The languages that the segmenter is to be loaded for."""


def expect(languages: Iterable[Language]) -> None:
    """Let the segmenter be loaded when there is time for it, if the languages will need it."""
    _expected[:] = [language.code for language in languages if language.search in _HAN]


def load_expected() -> None:
    """Load the segmenter with all its words, where it is expected, for this process and its forks.

    Each of these would need a second for it.
    """
    if _expected and importlib.util.find_spec(SEGMENTER) is not None:
        _expected.clear()
        _loaded().initialize()


class _Late(ModuleType):
    """Stands for the segmenter until somebody wants something of it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(SEGMENTER) is self:
            del sys.modules[SEGMENTER]
        found = _loaded()
        vars(self).update(vars(found))
        return getattr(found, name)


def _loaded() -> ModuleType:
    """Return the segmenter, which reads its words at once: one by one takes thrice as long."""
    module = importlib.import_module(SEGMENTER)
    _be_quiet()
    vars(module)["marshal"] = SimpleNamespace(
        load=lambda file: marshal.loads(file.read()), dump=marshal.dump
    )
    return module


def _be_quiet() -> None:
    logging.getLogger(SEGMENTER).setLevel(logging.WARNING)  # it sets itself to DEBUG
