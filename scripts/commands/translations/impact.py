"""The command that tells what an English change means for the translations."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Annotated

import typer

from scripts.commands.console import root_of
from scripts.docsite import report
from scripts.docsite.translations import impact as impact_room
from scripts.docsite.translations import impact_report


class Form(Enum):
    """How the impact is written."""

    MARKDOWN = "markdown"
    JSON = "json"
    GITHUB = "github"


_WRITERS: dict[Form, Callable[[impact_room.Impact], str]] = {
    Form.MARKDOWN: impact_report.as_markdown,
    Form.JSON: impact_report.as_json,
    Form.GITHUB: lambda found: report.as_github(impact_report.as_findings(found)),
}


def impact(
    ctx: typer.Context,
    base: Annotated[str, typer.Argument(metavar="BASE", help="A commit: origin/main, HEAD~3.")],
    head: Annotated[
        str | None, typer.Option(help="The commit to look at, instead of the files here.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How it is written.")] = Form.MARKDOWN,
) -> None:
    """Tell what the English changes since BASE mean for the translations."""
    found = impact_room.impact(root_of(ctx), base, head)
    typer.echo(_WRITERS[form](found), nl=False)
