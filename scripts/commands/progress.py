"""How far a build is: bars that move on a terminal, lines that stay elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Column

if TYPE_CHECKING:
    from scripts.engine.builds import driver


@contextmanager
def shown(console: Console) -> Iterator[driver.Watcher]:
    """Give what a build tells its progress to: each language, its pages, the one in work."""
    if not console.is_terminal:
        yield _Lines(console).tell
        return
    columns = (
        TextColumn("{task.description:8}"),
        BarColumn(bar_width=16),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn(
            "{task.fields[page]}", table_column=Column(ratio=1, no_wrap=True, overflow="ellipsis")
        ),
    )
    with Progress(*columns, console=console, expand=True) as bars:
        yield _Bars(bars).tell


class _Bars:
    """A bar for each language, with the page that it works on."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def tell(self, progress: driver.Progress) -> None:
        """Move the language's bar."""
        code = progress.language
        if code not in self._tasks:
            self._tasks[code] = self._bars.add_task(code, total=None, page="")
        task = self._bars.tasks[self._tasks[code]]
        if progress.message:
            self._bars.update(task.id, page=progress.message)
            return
        done, total = progress.pages_done, progress.pages_total
        page = "" if done == total else task.fields["page"]
        self._bars.update(task.id, completed=done, total=total, page=page)


class _Lines:
    """A line when a language is begun, and one when its pages are done."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._started: dict[str, float] = {}

    def tell(self, progress: driver.Progress) -> None:
        """Print what is new."""
        code, now = progress.language, time.monotonic()
        if code not in self._started:
            self._started[code] = now
            self._print(f"{code}: started")
        if not progress.message and progress.pages_done == progress.pages_total:
            self._print(f"{code}: {progress.pages_done} pages, {now - self._started[code]:.1f} s")

    def _print(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False)
