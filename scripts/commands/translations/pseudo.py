"""The command that looks for text that escapes translation."""

from __future__ import annotations

from typing import Annotated

import typer

from scripts.commands.console import Format, root_of, tell
from scripts.commands.site import build, tell_build
from scripts.commands.translations.arguments import Form
from scripts.docsite import tree
from scripts.docsite.translations import escapes

_Code = Annotated[str, typer.Argument(metavar="LANG", help="A code that no language has: em.")]


def pseudo(ctx: typer.Context, lang: _Code = "em", form: Form = Format.TEXT) -> None:
    """Build the site in a language of emoji, set aside, and tell what is still English in it."""
    from scripts.engine import pseudo as pseudo_room

    project = pseudo_room.prepare(root_of(ctx), lang)
    tell_build(build(project, [lang], jobs=1, strict=True))
    typer.echo(f"written: {project / 'site' / lang}")
    tell(escapes.find(project / "site", tree.load(project), lang), form)
