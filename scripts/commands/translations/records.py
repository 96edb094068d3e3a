"""Commands that write into translations: what they correspond to, and what is certain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from scripts.commands.console import DryRun, root_of, tell, tell_changes
from scripts.commands.translations.arguments import Language, Page, Pages, Reason, bench, chosen
from scripts.docsite.errors import DocsError
from scripts.docsite.translations import fixing
from scripts.docsite.translations import propagate as propagate_room
from scripts.docsite.translations import sync as sync_room


def sync(
    ctx: typer.Context,
    lang: Language = "",
    pages: Pages = None,
    done: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SECTION", help="Says what English says now; of one PAGE, repeatable."
        ),
    ] = None,
) -> None:
    """Record what pages correspond to now; refuse a page that breaks a rule.

    A section of which English has changed the words is recorded where --done names it.
    """
    if done and len(pages or []) != 1:
        raise DocsError(
            "--done is about sections of one page",
            hint="name the page before it, and write --done again before each section",
        )
    changes = [sync_room.plan(page, done or []) for page in chosen(ctx, lang, pages)]
    record(ctx, changes, is_chosen=bool(done))


def accept(
    ctx: typer.Context,
    lang: Language,
    page: Page,
    sections: Annotated[
        list[str] | None, typer.Argument(metavar="SECTION", help="Ids; all stale ones.")
    ] = None,
    reason: Reason = "",
) -> None:
    """Record that a change of the English page needs no change of the translation."""
    record(ctx, [sync_room.accept(chosen(ctx, lang, [page])[0], sections or [], reason)])


def silence(
    ctx: typer.Context,
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A code: T011.")],
    lang: Language,
    page: Page,
    section: Annotated[str, typer.Argument(metavar="SECTION", help="The id of a heading.")],
    reason: Reason = "",
) -> None:
    """Record that a rule does not hold in one section of a page."""
    record(ctx, [sync_room.silence(chosen(ctx, lang, [page])[0], rule, section, reason)])


def propagate(
    ctx: typer.Context,
    lang: Language = "",
    dry_run: DryRun = False,
) -> None:
    """Bring what English changed and needs no translator to every language; list what is left."""
    planned = propagate_room.plan(bench(ctx), lang)
    if not dry_run:
        propagate_room.apply(root_of(ctx), planned)
    tell_changes(propagate_room.told(planned), dry_run=dry_run)


def fix(
    ctx: typer.Context,
    lang: Language = "",
    pages: Pages = None,
    dry_run: DryRun = False,
) -> None:
    """Take over from English what is certain, such as code, ids and links, and tell it."""
    found = bench(ctx)
    planned = fixing.plan(found, found.chosen(lang, pages or []))
    if not dry_run:
        fixing.apply(root_of(ctx), planned)
    tell_changes(fixing.told(planned), dry_run=dry_run)


def record(
    ctx: typer.Context, changes: Sequence[sync_room.Change], *, is_chosen: bool = False
) -> None:
    """Write the records that may be written, and tell what was and what was not.

    Where sections were chosen, that others stay behind is no failure.
    """
    written = sync_room.apply(root_of(ctx), changes)
    for change in written:
        typer.echo(f"written: {change.path}{_recorded(change)}")
    left = [(change.path, *why) for change in changes for why in change.left.items()]
    for path, id_, why in left:
        typer.echo(f"left: {path} '{id_}': {why}")
    if findings := [finding for change in changes for finding in change.findings]:
        tell(findings)
    if not any([written, left]):
        typer.echo("there is nothing new to record")
    if left and not is_chosen:
        hint = "translate what changed (`docs translations diff`), or `accept` it with a reason"
        raise DocsError("sections are still behind English", hint=hint)


def _recorded(change: sync_room.Change) -> str:
    count = len(change.recorded)
    return f" ({count} section{'s' * (count != 1)} recorded)" if count else ""
