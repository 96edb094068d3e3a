"""The command that tells how translations stand."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from rich.console import Console
from rich.table import Table

from scripts.commands.translations.arguments import Language, Listed, Listing, bench
from scripts.docsite.translations import ages as ages_room
from scripts.docsite.translations import status as status_room
from scripts.docsite.translations.memo import memo
from scripts.docsite.translations.states import State

_DRAFTS = "drafts"
"""The column of what a machine wrote and nobody has reviewed, where there is any."""
_AGE = "oldest"
_OPEN = "*"
"""What marks a day before which there may be another."""
_WIDTH = 100
"""The columns that the table needs at most: a smaller terminal wraps its lines."""


def status(ctx: typer.Context, lang: Language = "", form: Listed = Listing.TEXT) -> None:
    """Show how far a language, or each, has come: pages, English words by state, and the oldest.

    Oldest is the first day since which a section says what English no longer does, as far as git
    has the history. Where only the code has changed, no day is known.
    """
    translations = bench(ctx, keeps=False)
    with memo(translations) as known:
        found = status_room.survey(translations, [lang] if lang else [], known)
    stale = (section for entry in found for page in entry.pages for section in page.stale)
    ages = ages_room.ages(translations.tree.root, stale)
    if form is Listing.JSON:
        typer.echo(status_room.as_json(found, ages), nl=False)
    elif form is Listing.MARKDOWN:
        table = _markdown([*_rows(found, ages)])
        typer.echo("\n\n".join([table, *_ageless(found, ages)]).replace("*", r"\*"))
    else:
        _tell(found, ages, with_pages=bool(lang))


def _tell(
    found: list[status_room.LanguageStatus], ages: status_room.Ages, *, with_pages: bool
) -> None:
    """Print the table and what it leaves out, and the pages of which something is to be done."""
    Console(width=max(Console().width, _WIDTH)).print(_table([*_rows(found, ages)]))
    for line in _ageless(found, ages):
        typer.echo(line)
    for entry in found if with_pages else ():
        for line in _pages(entry, ages):
            typer.echo(line)


def _markdown(rows: list[list[str]]) -> str:
    heads, *cells = rows
    lines = [heads, ["---", *["--:"] * (len(heads) - 1)], *cells]
    return "\n".join(f"| {' | '.join(line)} |".replace("\n", " ") for line in lines)


def _table(rows: list[list[str]]) -> Table:
    heads, *cells = rows
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for head in heads:
        table.add_column(head, vertical="bottom", no_wrap=head == _AGE)
    for line in cells:
        table.add_row(*line)
    return table


def _rows(found: list[status_room.LanguageStatus], ages: status_room.Ages) -> Iterator[list[str]]:
    """Yield the heads of the table, a row for each language, and one for all of several."""
    rows = [_words(entry) for entry in found]
    names = [name for name in rows[0] if name != _DRAFTS or any(row[name] for row in rows)]
    first, *others = names
    is_stale = any(entry.stale for entry in found)
    heads = ["language", "pages", "pages\ncurrent", "%", f"words\n{first}", *others]
    yield heads + [_AGE] * is_stale
    for entry, row in zip(found, rows, strict=True):
        counts = [f"{len(entry.translated)}/{len(entry.pages)}", str(len(entry.current))]
        words = [str(row[name]) for name in names]
        age = [_oldest([entry], ages)] * is_stale
        yield [entry.language.code, *counts, str(entry.percent), *words, *age]
    if len(found) > 1:
        words = [str(sum(row[name] for row in rows)) for name in names]
        yield [*_total(found), *words, *[_oldest(found, ages)] * is_stale]


def _oldest(found: list[status_room.LanguageStatus], ages: status_room.Ages) -> str:
    """Return since when English has said what languages do not; empty where they are current."""
    if not any(entry.stale for entry in found):
        return ""
    known = [first for entry in found if (first := status_room.oldest(entry, ages))]
    days = [ages[section].since for _, section in known]
    is_open = any(status_room.unknown(entry, ages) for entry in found)
    day = min(days, default="unknown" if is_open else "code alone")
    return f"{day}{_OPEN * is_open}"


def _ageless(found: list[status_room.LanguageStatus], ages: status_room.Ages) -> Iterator[str]:
    """Yield what the days of the table leave out."""
    unknown = sum(status_room.unknown(entry, ages) for entry in found)
    if unknown:
        told = "the change is not committed, or git does not have the history here"
        yield f"{_OPEN} behind English since a day that is not known: {_sections(unknown)} ({told})"
    code = sum(map(status_room.in_code_alone, found))
    if code:
        yield f"only the code has changed, which has no day: {_sections(code)}"


def _sections(count: int) -> str:
    return f"{count} section{'s' * (count != 1)}"


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


def _pages(found: status_room.LanguageStatus, ages: status_room.Ages) -> Iterator[str]:
    """Yield each page of which something is to be done, with the sections."""
    for page in found.translated:
        known = {section.id: ages[section] for section in page.stale if section in ages}
        told = dict.fromkeys((section.id for section in page.stale), ", since when is not known")
        told |= {i: f", since {age.since}, commits: {age.commits}" for i, age in known.items()}
        told |= {i: f"{told.get(i, '')}, edited but not recorded" for i in page.edited}
        states = {i: s.value for i, s in page.states.items() if s is not State.CURRENT}
        rest = [f"{id_} ({state}{told.get(id_, '')})" for id_, state in states.items()]
        rest += [f"{id_} (draft nobody has read)" for id_ in page.drafts]
        if not page.is_recorded:
            rest = ["not recorded: run `docs translations sync`"]
        if rest:
            yield f"docs/{found.language.code}/{page.key}: {', '.join(rest)}"
