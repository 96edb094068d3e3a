"""The start of `mkdocs serve`: the live server makes each page when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands import serve
from mkdocs.config.defaults import MkDocsConfig

from scripts.docsite.languages import SOURCE


@contextmanager
def without_a_build() -> Iterator[None]:
    """Let `mkdocs serve` start its server without building first what nobody is shown.

    With `--strict` it builds all the same, and ends where there is a warning. So it does for
    another language than English on its own, which it serves itself.
    """
    names = vars(serve)
    stock = names["build"]

    def build(config: MkDocsConfig, **options: Any) -> None:
        if config.strict or Path(config.docs_dir).name != SOURCE:
            stock(config, **options)
        else:
            config.plugins.on_config(config)

    names["build"] = build
    try:
        yield
    finally:
        names["build"] = stock
