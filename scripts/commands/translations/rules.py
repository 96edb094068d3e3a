"""Commands about the structure rules: what breaks them, and where one does not hold."""

from __future__ import annotations

from typing import Annotated

import typer

from scripts.commands.console import Format, root_of, tell
from scripts.commands.translations.arguments import (
    Form,
    Language,
    Page,
    Pages,
    Reason,
    bench,
    chosen,
)
from scripts.commands.translations.records import record
from scripts.docsite.translations import checking, fixing, sync
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
    translations = bench(ctx)
    with memo(translations) as known:
        found = checking.check_all(translations, lang, pages or [], known)
    tell(found, form)


def fix(
    ctx: typer.Context,
    lang: Language = "",
    pages: Pages = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would change.")] = (
        False
    ),
) -> None:
    """Take over from English what is certain, such as code, ids and links, and tell it."""
    found = bench(ctx)
    planned = fixing.plan(found, found.chosen(lang, pages or []))
    if not dry_run:
        fixing.apply(root_of(ctx), planned)
    for line in fixing.told(planned):
        typer.echo(line)


def silence(
    ctx: typer.Context,
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A code: T011.")],
    lang: Language,
    page: Page,
    section: Annotated[str, typer.Argument(metavar="SECTION", help="The id of a heading.")],
    reason: Reason = "",
) -> None:
    """Record that a rule does not hold in one section of a page."""
    record(ctx, [sync.silence(chosen(ctx, lang, [page])[0], rule, section, reason)])
