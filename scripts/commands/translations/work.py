"""Commands for the work on a page: what to do next, and a page put in place to be translated."""

from __future__ import annotations

from typing import Annotated

import typer

from scripts.commands.console import root_of
from scripts.commands.translations.arguments import (
    Language,
    Listed,
    Listing,
    Page,
    Pages,
    bench,
)
from scripts.docsite.page_names import page_key
from scripts.docsite.translations import start as start_room
from scripts.docsite.translations import todo as todo_room

_WRITERS = {
    Listing.TEXT: todo_room.as_text,
    Listing.JSON: todo_room.as_json,
    Listing.MARKDOWN: todo_room.as_markdown,
}


def todo(
    ctx: typer.Context,
    lang: Language,
    pages: Pages = None,
    limit: Annotated[int, typer.Option(min=0, help="Show so many; 0 for all.")] = 20,
    form: Listed = Listing.TEXT,
) -> None:
    """List what to translate next, the most read pages first, with an estimate in words."""
    tasks = todo_room.todo(bench(ctx), lang, pages or [])
    typer.echo(_WRITERS[form](tasks, limit), nl=False)


def start(ctx: typer.Context, lang: Language, page: Page) -> None:
    """Put a page in place to be translated: what the language lacks of it, in English, marked."""
    started = start_room.plan(bench(ctx), lang, page_key(page, lang))
    start_room.apply(root_of(ctx), started)
    for line in start_room.told(started):
        typer.echo(line)
