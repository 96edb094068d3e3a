"""Commands about drafts: a machine's translation, and a person's word that it is right."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from scripts.commands.console import root_of, tell
from scripts.commands.translations.arguments import Language, Page, bench, chosen
from scripts.docsite.errors import DocsError
from scripts.docsite.page_names import page_key
from scripts.docsite.translations import sync
from scripts.docsite.translations.drafting import drafts
from scripts.docsite.translations.drafting.endpoint import Endpoint, settings

Sections = Annotated[
    list[str] | None, typer.Argument(metavar="SECTION", help="Ids; all that may be.")
]


def draft(ctx: typer.Context, lang: Language, page: Page, sections: Sections = None) -> None:
    """Let a machine draft the sections of a page that nobody has translated; readers are told.

    The model is any that has an OpenAI-compatible interface: DOCS_DRAFT_URL is its address up to
    /v1, DOCS_DRAFT_MODEL its name, DOCS_DRAFT_KEY the key, if it needs one.
    """
    at_hand = bench(ctx)
    language, key = at_hand.tree.languages.translated(lang), page_key(page, lang)
    endpoint = Endpoint(settings(os.environ))
    found = drafts.draft(at_hand, language, key, sections or [], endpoint.answer)
    if found.change and found.change.is_refused:
        tell(found.change.findings)
    sync.apply(root_of(ctx), [found.change] if found.change else [])
    _tell(found, lang)


def _tell(found: drafts.Draft, lang: str) -> None:
    """Print what became of each section; raise what went wrong."""
    for id_, reason in (found.kept or {}).items():
        typer.echo(f"kept: '{id_}': {reason}")
    if found.done:
        typer.echo(f"written: {found.path} ({', '.join(found.done)})")
        call = f"docs translations reviewed {lang} {found.path.split('/', 2)[2]} --by NAME"
        typer.echo(f"  → read it, mend it, then run `{call}`")
    for id_, faults in (found.failed or {}).items():
        typer.echo("\n    ".join([f"not written: '{id_}', which is still wrong:", *faults]))
    if found.error:
        raise found.error
    if found.failed:
        hint = "try again, use another model, or translate them yourself"
        raise DocsError(f"{', '.join(found.failed)}: not drafted", hint=hint)
    if not found.done:
        typer.echo("there is nothing to draft")


def reviewed(
    ctx: typer.Context,
    lang: Language,
    page: Page,
    sections: Sections = None,
    by: Annotated[str, typer.Option(help="Who has read them.")] = "",
) -> None:
    """Record that a person has read and mended a machine's draft, and stands for it."""
    change = sync.reviewed(chosen(ctx, lang, [page])[0], sections or [], by)
    if change.is_refused:
        tell(change.findings)
    for written in sync.apply(root_of(ctx), [change]):
        typer.echo(f"written: {written.path} ({', '.join(change.pinned)}, reviewed by {by})")
