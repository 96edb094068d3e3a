"""What MkDocs and its plugins tell while they build."""

from __future__ import annotations

import logging


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
