"""English read by all cores while the server starts, where it is not known yet.

Without a cache that takes longest of all, and once the server answers it has threads: it had
better not fork any more. So a process is forked at once. What that and its companions read goes
into the cache, where the server, which waits for it, finds it.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

from scripts.docsite.languages import DOCS, SOURCE
from scripts.engine.builds import companions
from scripts.engine.builds.cache import Cache
from scripts.engine.builds.language import read_ahead


class Early:
    """A process that reads English for the server of the project at `root`."""

    def __init__(self, root: Path) -> None:
        self._process = multiprocessing.get_context("fork").Process(
            target=_read, args=(root,), name="docs-early"
        )
        self.is_begun = (os.cpu_count() or 1) > 1 and _is_large(root) and _is_unread(root)
        """Whether there is much to read, and others who can."""
        if self.is_begun:
            self._process.start()

    def wait(self) -> None:
        """Wait for it; what it could not read the server reads itself, and tells what is wrong."""
        if self.is_begun:
            self._process.join()

    def end(self) -> None:
        """End it, where it is still at work."""
        if self.is_begun:
            self._process.terminate()
            self._process.join()


def _is_large(root: Path) -> bool:
    """Return whether there are pages enough for companions to be called at all."""
    pages = (root / DOCS / SOURCE).rglob("*.md")
    return any(number >= companions.ENOUGH for number, _ in enumerate(pages, 1))


def _is_unread(root: Path) -> bool:
    with suppress(Exception):  # whatever is wrong, the server comes to it
        cache = Cache.at(root)
        try:
            return not cache.has_read_english()
        finally:
            cache.store.close()
    return False


def _read(root: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server is told, and ends this
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # its companions are ended, too
    logging.getLogger("mkdocs").handlers[:] = [logging.NullHandler()]
    with suppress(BaseException):
        read_ahead(root, SOURCE, Cache.at(root), os.cpu_count() or 1)
