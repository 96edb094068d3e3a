"""Commands about translations: how far they are, what is wrong with them, what to record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from scripts.commands.console import DocsGroup, Format, LanguageCode, root_of, tell
from scripts.docsite import tree
from scripts.docsite.errors import DocsError
from scripts.docsite.translations import checking, differences, status, sync
from scripts.docsite.translations import rules as rules_room
from scripts.docsite.translations.states import State, Workbench

app = typer.Typer(cls=DocsGroup, no_args_is_help=True, help="The translations in docs/<lang>/.")

Pages = Annotated[
    list[str] | None, typer.Argument(metavar="[PAGE]...", help="Pages: tutorial/body.md.")
]
Page = Annotated[str, typer.Argument(metavar="PAGE", help="A page: tutorial/body.md.")]
Language = LanguageCode
Form = Annotated[Format, typer.Option("--format", help="How it is written.")]
Reason = Annotated[str, typer.Option(help="Why, in a few words.")]


@app.command("status")
def status_(ctx: typer.Context, lang: Language = "", form: Form = Format.TEXT) -> None:
    """Show how far a language, or each, has come: pages, and English words by state."""
    found = status.survey(_bench(root_of(ctx)), [lang] if lang else [])
    if form is Format.JSON:
        typer.echo(status.as_json(found), nl=False)
        return
    table = Table(
        "language", "pages", "current", "%", *(s.value.split()[0] for s in State), box=None
    )
    for entry in found:
        counts = (f"{len(entry.translated)}/{len(entry.pages)}", str(len(entry.current)))
        words = (str(entry.words.get(state, 0)) for state in State)
        table.add_row(entry.language.code, *counts, str(entry.percent), *words)
    Console().print(table)
    for entry in found if lang else ():
        _tell_pages(entry)


def _tell_pages(found: status.LanguageStatus) -> None:
    """Print each page of which something is to be done, with the sections."""
    for page in found.translated:
        rest = [f"{i} ({s.value})" for i, s in page.states.items() if s is not State.CURRENT]
        if not page.is_recorded:
            rest = ["not recorded: run `docs translations sync`"]
        if rest:
            typer.echo(f"docs/{found.language.code}/{page.key}: {', '.join(rest)}")


@app.command()
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
    chosen = _bench(root_of(ctx)).chosen(lang, pages or [])
    tell([finding for page in chosen for finding in checking.check(page)], form)


@app.command("sync")
def sync_(ctx: typer.Context, lang: Language = "", pages: Pages = None) -> None:
    """Record what pages correspond to now; refuse a page that breaks a rule."""
    root = root_of(ctx)
    _record(root, [sync.plan(page) for page in _bench(root).chosen(lang, pages or [])])


@app.command()
def accept(
    ctx: typer.Context,
    lang: Language,
    page: Page,
    sections: Annotated[list[str] | None, typer.Argument(help="Ids; all stale by default.")] = None,
    reason: Reason = "",
) -> None:
    """Record that a change of the English page needs no change of the translation."""
    root = root_of(ctx)
    found = _bench(root).chosen(lang, [page])
    _record(root, [sync.accept(found[0], sections or [], reason)])


@app.command()
def silence(
    ctx: typer.Context,
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A code: T011.")],
    lang: Language,
    page: Page,
    section: Annotated[str, typer.Argument(metavar="SECTION", help="The id of a heading.")],
    reason: Reason = "",
) -> None:
    """Record that a rule does not hold in one section of a page."""
    root = root_of(ctx)
    found = _bench(root).chosen(lang, [page])
    _record(root, [sync.silence(found[0], rule, section, reason)])


@app.command()
def diff(ctx: typer.Context, lang: Language, page: Page) -> None:
    """Show what changed in English since the page was translated, beside the translation."""
    root = root_of(ctx)
    found = differences.differences(_bench(root).chosen(lang, [page])[0], root)
    for difference in found:
        typer.echo(differences.as_text(difference))
    if not found:
        typer.echo("every section is current")


def _bench(root: Path) -> Workbench:
    return Workbench.of(tree.load(root))


def _record(root: Path, changes: Sequence[sync.Change]) -> None:
    """Write the records that may be written, and tell what was and what was not."""
    written = sync.apply(root, changes)
    for change in written:
        typer.echo(f"written: {change.path}")
    for change in changes:
        for id_ in change.left:
            typer.echo(f"left: {change.path} '{id_}': English has changed, the translation has not")
    findings = [finding for change in changes for finding in change.findings]
    if findings:
        tell(findings)
    if not any([written, *(change.left for change in changes)]):
        typer.echo("every page is recorded already")
    if any(change.left for change in changes):
        hint = "translate what changed (`docs translations diff`), or `accept` it with a reason"
        raise DocsError("sections are still behind English", hint=hint)
