"""The command about glossaries: the terms of a language, and where pages say them otherwise."""

from __future__ import annotations

import typer
from rich.console import Console
from rich.table import Table

from scripts.commands.console import Format, tell
from scripts.commands.translations.arguments import Form, Language, Pages, bench, chosen
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location
from scripts.docsite.translations import checking, rules
from scripts.docsite.translations.glossary import terms


def glossary(
    ctx: typer.Context, lang: Language, pages: Pages = None, form: Form = Format.TEXT
) -> None:
    """Show how terms are said in a language, and where its pages say them otherwise."""
    at_hand = bench(ctx)
    found = at_hand.glossaries.of(at_hand.tree.languages.translated(lang).code)
    if not found.terms:
        at = Location(f"{terms.FOLDER}/{lang}.yml")
        raise DocsError("there are no terms", at=at, hint="write some: data/README.md says how")
    if form is Format.TEXT:
        Console().print(_table(found))
    faults = [fault for page in chosen(ctx, lang, pages) for fault in checking.check(page)]
    tell([fault for fault in faults if fault.code == rules.GLOSSARY.code], form)


def _table(found: terms.Glossary) -> Table:
    table = Table("English", "use", "avoid", "note", box=None)
    for term in found.terms.values():
        use, avoid = (", ".join(form.text for form in forms) for forms in (term.use, term.avoid))
        table.add_row(term.english, use, avoid, term.note)
    return table
