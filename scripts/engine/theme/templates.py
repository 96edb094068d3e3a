"""The theme's templates compiled once, and its files listed once, for all languages and builds."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from mkdocs.theme import Theme

from scripts.engine.store.digests import digest
from scripts.engine.store.results import Store


def attach(theme: Theme, store: Store, fingerprint: bytes) -> None:
    """Let the theme's environments use what is known of templates and files.

    `fingerprint` stands for the installed packages and the overrides.
    """
    make = theme.get_env

    def get_env() -> jinja2.Environment:
        env = make()
        env.bytecode_cache = _Compiled(store, fingerprint)
        _list_once(env, theme, store, fingerprint)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


_codes: dict[bytes, CodeType] = {}
"""The code of templates, for the next language."""


@dataclass(frozen=True)
class _Compiled(jinja2.BytecodeCache):
    """Keeps compiled templates, each by its name and the digest of its source.

    What the values of expressions go through at last is compiled in, where there is anything.
    """

    store: Store
    fingerprint: bytes

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the template's code from another language, or from the store where it is known."""
        key = self._key(bucket)
        if key in _codes:
            bucket.code = _codes[key]
        elif (kept := self.store.get(key)) is not None:
            bucket.bytecode_from_string(kept)
            if bucket.code is not None:
                _codes[key] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the template's code."""
        self.store.put(self._key(bucket), bucket.bytecode_to_string(), kind="theme")

    def _key(self, bucket: Bucket) -> bytes:
        last = getattr(bucket.environment.finalize, "__qualname__", "")
        return digest([self.fingerprint, "template", bucket.key, bucket.checksum, last])


def _list_once(env: jinja2.Environment, theme: Theme, store: Store, fingerprint: bytes) -> None:
    """Make the environment remember which files the theme's folders hold."""
    find = env.list_templates
    key = digest([fingerprint, "theme files", *theme.dirs, *sorted(theme.static_templates)])

    def list_templates(
        extensions: Any = None, filter_func: Callable[[str], bool] | None = None
    ) -> list[str]:
        if (
            extensions is not None
            or filter_func is None
            or getattr(filter_func, "__qualname__", "") != _THEME_FILTER
        ):
            return find(extensions, filter_func)
        if (kept := store.get(key)) is not None:
            return list(json.loads(kept))
        names = sorted(filter(filter_func, _visible(theme.dirs)))
        store.put(key, json.dumps(names).encode(), kind="theme")
        return names

    env.list_templates = list_templates  # type: ignore[method-assign]


def _visible(folders: Iterable[str]) -> set[str]:
    """Return the paths of files below the folders, but for the thousands in hidden ones.

    These are the icons, which templates include, and which MkDocs would refuse one by one.
    """
    found = set()
    for folder in folders:
        for path, inner, names in os.walk(folder):
            inner[:] = [name for name in inner if not name.startswith(".")]
            below = Path(path).relative_to(folder)
            found |= {(below / name).as_posix() for name in names}
    return found


_THEME_FILTER = "Files.add_files_from_theme.<locals>.filter"
"""The filter by which MkDocs takes its static files from the theme."""
