"""The command that tells how translations stand."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from rich.console import Console
from rich.table import Table

from scripts.commands.console import Format
from scripts.commands.translations.arguments import Form, Language, bench
from scripts.docsite.translations import status as status_room
from scripts.docsite.translations.memo import memo
from scripts.docsite.translations.states import State

_DRAFTS = "drafts"
"""The column of what a machine wrote and nobody has reviewed, where there is any."""


def status(ctx: typer.Context, lang: Language = "", form: Form = Format.TEXT) -> None:
    """Show how far a language, or each, has come: pages, and English words by state."""
    translations = bench(ctx)
    with memo(translations) as known:
        found = status_room.survey(translations, [lang] if lang else [], known)
    if form is Format.JSON:
        typer.echo(status_room.as_json(found), nl=False)
        return
    Console().print(_table(found))
    for entry in found if lang else ():
        _tell_pages(entry)


def _table(found: list[status_room.LanguageStatus]) -> Table:
    rows = [_words(entry) for entry in found]
    names = [name for name in rows[0] if name != _DRAFTS or any(row[name] for row in rows)]
    heads = ("language", "pages", "current", "%", *names)
    table = Table(*heads, box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for entry, row in zip(found, rows, strict=True):
        counts = (f"{len(entry.translated)}/{len(entry.pages)}", str(len(entry.current)))
        words = (str(row[name]) for name in names)
        table.add_row(entry.language.code, *counts, str(entry.percent), *words)
    if len(found) > 1:
        words = (str(sum(row[name] for row in rows)) for name in names)
        table.add_row(*_total(found), *words)
    return table


def _words(entry: status_room.LanguageStatus) -> dict[str, int]:
    """Return the English words by state; drafts that nobody has read are none of the current."""
    words = {state.value.split()[0]: entry.words.get(state, 0) for state in State}
    words["current"] -= entry.draft_words
    return {"current": words.pop("current"), _DRAFTS: entry.draft_words, **words}


def _total(found: list[status_room.LanguageStatus]) -> Iterator[str]:
    """Yield the first cells of the last row: what all languages have together."""
    yield "all"
    yield f"{sum(len(e.translated) for e in found)}/{sum(len(e.pages) for e in found)}"
    yield str(sum(len(entry.current) for entry in found))
    yield str(sum(entry.percent for entry in found) // len(found))


def _tell_pages(found: status_room.LanguageStatus) -> None:
    """Print each page of which something is to be done, with the sections."""
    for page in found.translated:
        rest = [f"{i} ({s.value})" for i, s in page.states.items() if s is not State.CURRENT]
        rest += [f"{id_} (draft nobody has read)" for id_ in page.drafts]
        if not page.is_recorded:
            rest = ["not recorded: run `docs translations sync`"]
        if rest:
            typer.echo(f"docs/{found.language.code}/{page.key}: {', '.join(rest)}")
