"""What MkDocs and its plugins tell while they build."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence


class Messages(logging.Handler):
    """Keeps the warnings of a build, as MkDocs counts them for `--strict`, while it is open."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        texts = self.errors if record.levelno >= logging.ERROR else self.texts
        texts.append(record.getMessage())

    def __enter__(self) -> Messages:
        """Listen to MkDocs."""
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *error: object) -> None:
        """Listen no longer."""
        logging.getLogger("mkdocs").removeHandler(self)


def merged(languages: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, ...]:
    """Return the warnings of languages, what several have alike once, with these in front.

    `languages` holds each with its own. An English page that has no translation is shown, and
    warned of, in each language.
    """
    found: dict[tuple[str, int], list[str]] = {}
    for language, warnings in languages:
        told = Counter[str]()
        for text in warnings:
            told[text] += 1  # a page may have the same broken link twice
            found.setdefault((text, told[text]), []).append(language)
    everywhere = len(languages) if len(languages) > 1 else 0
    return tuple(
        f"{'all languages' if len(codes) == everywhere else ', '.join(codes)}: {text}"
        for (text, _), codes in found.items()
    )
