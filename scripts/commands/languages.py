"""Commands about languages: register one, list them."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from scripts.commands.console import root_of
from scripts.docsite import languages


def new_lang(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(help="The language's code: nl, pt-br, zh-hant.")],
) -> None:
    """Register a language and make its first page, ready to be translated."""
    from scripts.docsite import new_language  # it needs the whole workbench

    root = root_of(ctx)
    planned = new_language.plan(root, code)
    new_language.apply(root, planned)
    for path in planned.files:
        typer.echo(f"written: {path}")
    to_do = ", ".join([planned.home, *planned.words])
    typer.echo(f"Now translate {to_do}; look at it: docs live {code}")


def langs_json(ctx: typer.Context) -> None:
    """Print the codes of all languages as JSON, for a CI matrix."""
    typer.echo(json.dumps(languages.load(root_of(ctx)).codes))
