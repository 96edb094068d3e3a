"""Commands that exchange translations with other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scripts.commands.console import root_of, tell
from scripts.commands.translations.arguments import Language, Pages, bench
from scripts.docsite.page_names import page_key
from scripts.docsite.translations.catalogues import exporting, importing, reading
from scripts.docsite.writing import write_all

Po = Annotated[bool, typer.Option("--po", help="As PO files of gettext; there is no other form.")]


def export(
    ctx: typer.Context,
    lang: Language,
    pages: Pages = None,
    po: Po = True,
    to: Annotated[Path | None, typer.Option(help="The folder; po/ in the project.")] = None,
) -> None:
    """Write pages as PO files, for Poedit, Weblate or Crowdin: all, where none is named.

    What stands in a file that is there, and in no page yet, is kept.
    """
    at_hand = bench(ctx)
    language = at_hand.tree.languages.translated(lang)
    keys = [page_key(name, lang) for name in pages or ()] or at_hand.page_keys()
    folder = (to or root_of(ctx) / exporting.FOLDER).resolve()
    found = exporting.export(at_hand, language, keys, folder)
    write_all(folder, {path: text.encode() for path, text in found.files.items()})
    count = len(found.files)
    typer.echo(f"written: {count} file{'s' * (count != 1)} in {folder / lang}")
    if found.kept:
        texts = f"{found.kept} text{'s' * (found.kept != 1)}"
        typer.echo(f"kept: {texts} of the files that were there, which no page has")


def import_(
    ctx: typer.Context,
    lang: Language,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="PO files.")],
    po: Po = True,
) -> None:
    """Read PO files back into the pages, all or none; refuse what breaks a rule."""
    at_hand = bench(ctx)
    language = at_hand.tree.languages.translated(lang)
    found = importing.plan(at_hand, language, reading.read(files, language))
    for note in (note for page in found for note in page.notes):
        typer.echo(note)
    if refused := [finding for page in found for finding in page.findings]:
        typer.echo("nothing is written, of no page, until this is mended:")
        tell(refused)
    written = importing.apply(at_hand, found)
    for change in written:
        behind = (f"{id_}, which stays behind English" for id_ in change.left)
        typer.echo(f"written: {change.path} ({', '.join([*change.pinned, *behind])})")
    if not written:
        typer.echo("nothing has changed")
