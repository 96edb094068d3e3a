"""Commands about translations: how far they are, what is wrong with them, what to record.

Each module holds the commands of one kind, as plain functions.
"""

from __future__ import annotations

from typing import ClassVar

import typer

from scripts.commands.console import LazyGroup


class Commands(LazyGroup):
    """All commands about translations."""

    places: ClassVar = {
        "status": f"{__name__}.status:status",
        "todo": f"{__name__}.work:todo",
        "start": f"{__name__}.work:start",
        "diff": f"{__name__}.diff:diff",
        "impact": f"{__name__}.impact:impact",
        "pseudo": f"{__name__}.pseudo:pseudo",
        "check": f"{__name__}.rules:check",
        "fix": f"{__name__}.records:fix",
        "silence": f"{__name__}.records:silence",
        "glossary": f"{__name__}.terms:glossary",
        "sync": f"{__name__}.records:sync",
        "accept": f"{__name__}.records:accept",
        "propagate": f"{__name__}.records:propagate",
        "export": f"{__name__}.catalogues:export",
        "import": f"{__name__}.catalogues:import_",
        "draft": f"{__name__}.drafts:draft",
        "reviewed": f"{__name__}.drafts:reviewed",
    }


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    help="The translations in docs/<lang>/.",
)


@app.callback()
def translations() -> None:
    """Take the command that follows."""
