"""The command that shows what English has changed since a page was translated."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from scripts.commands.console import root_of, shows_colours
from scripts.commands.translations.arguments import Language, Page, chosen
from scripts.docsite import configuration, languages
from scripts.docsite.translations import differences, differences_page
from scripts.docsite.translations.states import Translation
from scripts.docsite.translations.word_diff import Kind
from scripts.docsite.writing import write_all

_FOLDER = ".cache/differences"


def diff(
    ctx: typer.Context,
    lang: Language,
    page: Page,
    html: Annotated[bool, typer.Option("--html", help="Write a page to look at.")] = False,
    to: Annotated[
        Path | None, typer.Option(help=f"The file for --html; one in {_FOLDER}/ by default.")
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open that page in the browser.")] = False,
) -> None:
    """Show what changed in English since the page was translated, beside the translation."""
    root, chosen_page = root_of(ctx), chosen(ctx, lang, [page])[0]
    found = differences.differences(chosen_page, root)
    if not (html or to or open_):
        paint = {"paint": _painted} if shows_colours() else {}
        text = "\n".join(differences.as_text(difference, **paint) for difference in found)
        typer.echo(text or _nothing(chosen_page))
        return
    path = _write(root, to, chosen_page, _as_html(root, chosen_page, found))
    typer.echo(f"written: {path}")
    if open_:
        typer.launch(str(path))


def _nothing(page: Translation) -> str:
    """Return what to say of a page of which English has changed nothing."""
    if page.marked:
        return f"English has not changed; to be translated: {', '.join(page.marked)}"
    return "every section is current"


def _as_html(root: Path, page: Translation, found: tuple[differences.Difference, ...]) -> str:
    language = languages.load(root)[page.language]
    repo_url = os.environ.get("REPO_URL") or configuration.load(root).repo_url
    return differences_page.as_html(page, found, language, repo_url)


def _write(root: Path, to: Path | None, page: Translation, text: str) -> Path:
    """Write the page where it was asked for, or among what is not committed."""
    name = f"{page.language}-{page.english.key.removesuffix('.md').replace('/', '-')}.html"
    path = Path.cwd() / to if to else root / _FOLDER / name
    write_all(path.parent, {path.name: text.encode()})
    return path


def _painted(text: str, kind: Kind) -> str:
    """Return a piece in its colour, and so that it is told apart without colours too."""
    if kind == "removed":
        return typer.style(text, fg="red", strikethrough=True)
    return typer.style(text, fg="green", underline=True) if kind == "added" else text
