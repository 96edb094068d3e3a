"""The command that takes the screenshots. What it needs is only imported when it runs."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from scripts.commands.console import root_of, tell
from scripts.docsite import screenshots as room
from scripts.docsite import tree


def screenshots(
    ctx: typer.Context,
    pages: Annotated[
        list[str] | None, typer.Argument(help="Pages below docs/en; all by default.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Only tell what is out of date.")] = False,
) -> None:
    """Take the pictures of Swagger UI and ReDoc that pages ask for, from the running examples."""
    from scripts.capture import browser, taking

    root = root_of(ctx)
    found = taking.find(root, pages or [])
    with browser.opened() as opened, _Shown(len(found)) as shown:
        if not check:
            for path in taking.take(root, opened, found, shown.next):
                typer.echo(f"written: {path}")
            return
        findings = list(taking.check(root, opened, found, shown.next))
    pages_there = [(page.path, page.document) for page in tree.load(root)]
    tell([*findings, *room.check_unused(root, pages_there)])


class _Shown(Progress):
    """A progress bar with the name of the picture that is being taken."""

    def __init__(self, total: int) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        super().__init__(*columns, TimeElapsedColumn(), console=Console(stderr=True))
        self._task = self.add_task("", total=total)

    def next(self, name: str) -> None:
        """Say which picture comes now."""
        self.update(self._task, description=name, advance=1)
