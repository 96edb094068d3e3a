"""The arguments that commands about translations share, and the pages that they name."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from scripts.commands.console import Format, LanguageCode, root_of
from scripts.docsite import tree
from scripts.docsite.translations.states import Translation, Workbench

Language = LanguageCode
Pages = Annotated[
    list[str] | None,
    typer.Argument(metavar="PAGE...", help="Pages, as tutorial/body.md; all, where none is named."),
]
Page = Annotated[str, typer.Argument(metavar="PAGE", help="A page: tutorial/body.md.")]
Form = Annotated[Format, typer.Option("--format", help="How it is written.")]


class Listing(Enum):
    """How lists are written: for a terminal, for programs, or for an issue."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


Listed = Annotated[Listing, typer.Option("--format", help="How it is written.")]
Reason = Annotated[str, typer.Option(help="Why, in a few words.")]


def bench(ctx: typer.Context, *, keeps: bool = True) -> Workbench:
    """Return the workbench of the project that the command is about.

    One that keeps no translations is for commands that go through all of them once.
    """
    return Workbench.of(tree.load(root_of(ctx)), keeps=keeps)


def chosen(ctx: typer.Context, lang: str = "", pages: list[str] | None = None) -> list[Translation]:
    """Return the translated pages that the arguments name; all, where they name none."""
    return bench(ctx).chosen(lang, pages or [])
