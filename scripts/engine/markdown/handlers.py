"""mkdocstrings' handlers, loaded when something is asked of them that is not known.

A handler documents objects, and brings much with it that is slow to load. Of a build in which no
object is documented anew, MkDocs needs no more of it than its stylesheet, and whether it keeps an
inventory: both are remembered.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from mkdocstrings import BaseHandler, Handlers

from scripts.engine.store.digests import digest
from scripts.engine.store.results import Store

_NAMES = ("extra_css", "enable_inventory")
"""What is remembered of a handler."""

_load = Handlers.get_handler


@contextmanager
def late(store: Store, fingerprint: bytes) -> Iterator[None]:
    """Let handlers that are asked for meanwhile, as plugins are configured, be loaded later.

    `fingerprint` stands for the installed packages and for how the handlers are configured.
    """

    def get_handler(self: Handlers, name: str, handler_config: Any = None) -> Any:
        if name in self._handlers or handler_config is not None:
            return _load(self, name, handler_config)
        key = digest([fingerprint, "handler", name, self._theme])
        if (kept := store.get(key)) is not None:
            return self._handlers.setdefault(name, _Late(self, name, json.loads(kept)))  # type: ignore[arg-type]
        handler = _load(self, name)
        if not handler.get_inventory_urls():
            known = {asked: getattr(handler, asked) for asked in _NAMES}
            store.put(key, json.dumps(known).encode(), kind="theme")
        return handler

    before, Handlers.get_handler = Handlers.get_handler, get_handler  # type: ignore[method-assign]
    try:
        yield
    finally:
        Handlers.get_handler = before  # type: ignore[method-assign]


@dataclass(eq=False)
class _Late:
    """Stands for a handler that needs no other site's inventory, until more is asked of it."""

    _handlers: Handlers = field(repr=False)
    _name: str
    _known: dict[str, Any]
    _loaded: BaseHandler | None = None

    def get_inventory_urls(self) -> list[Any]:
        """Return none: only of such handlers something is remembered."""
        return []

    def teardown(self) -> None:
        """Let go what was loaded."""
        if self._loaded is not None:
            self._loaded.teardown()

    def __getattr__(self, name: str) -> Any:
        if name in self._known:
            return self._known[name]
        if self._loaded is None:
            self._handlers._handlers.pop(self._name, None)
            self._loaded = _load(self._handlers, self._name)
        return getattr(self._loaded, name)
