"""The command that tells which structure rules are broken, and what they are."""

from __future__ import annotations

from typing import Annotated

import typer

from scripts.commands.console import Format, tell
from scripts.commands.translations.arguments import Form, Language, Pages, bench
from scripts.docsite.translations import checking
from scripts.docsite.translations import rules as rules_room
from scripts.docsite.translations.memo import memo


def check(
    ctx: typer.Context,
    lang: Language = "",
    pages: Pages = None,
    form: Form = Format.TEXT,
    rules: Annotated[bool, typer.Option("--list", help="List the rules, and stop.")] = False,
) -> None:
    """Look for what a translation must have in common with English, and has not."""
    if rules:
        for rule in rules_room.RULES.values():
            typer.echo(f"{rule.code}  {rule.title}\n      → {rule.remedy}")
        return
    translations = bench(ctx, keeps=False)
    with memo(translations) as known:
        found = checking.check_all(translations, lang, pages or [], known)
    tell(found, form)
