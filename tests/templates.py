"""Templates compiled once a process: in the small sites of tests, those of the theme are alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import jinja2


@contextmanager
def compiled_once() -> Iterator[None]:
    """Let each environment take the code that another one like it has made of the same source."""
    environment = jinja2.Environment
    make: Callable[..., Any] = environment.compile
    known: dict[tuple[object, ...], Any] = {}

    def compile(
        self: jinja2.Environment,
        source: Any,
        name: str | None = None,
        filename: str | None = None,
        raw: bool = False,
        defer_init: bool = False,
    ) -> Any:
        if raw or not isinstance(source, str):
            return make(self, source, name, filename, raw, defer_init)
        settings = [getattr(self, setting) for setting in SETTINGS]
        key = (source, name, filename, defer_init, *sorted(self.extensions), *settings)
        if key not in known:
            known[key] = make(self, source, name, filename, raw, defer_init)
        return known[key]

    environment.compile = compile  # type: ignore[method-assign]
    try:
        yield
    finally:
        environment.compile = make  # type: ignore[method-assign]


SETTINGS = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix"),
    *("trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline"),
    *("optimized", "finalize", "autoescape", "sandboxed", "is_async"),
)
"""What an environment says of how its templates are compiled."""
