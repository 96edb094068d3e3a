"""Commands that build the site and show it. What they need is only imported when they run."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from scripts.commands.console import LanguageCode, root_of
from scripts.docsite.languages import SOURCE

if TYPE_CHECKING:
    from scripts.engine import driver

Host = Annotated[str, typer.Option(help="The address to listen at.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="The port to listen at.")]
Strict = Annotated[bool, typer.Option("--strict", help="Let a warning fail the build.")]
LOOPBACK = "127.0.0.1"
PORT = 8008


def live(
    ctx: typer.Context, lang: LanguageCode = SOURCE, host: Host = LOOPBACK, port: Port = PORT
) -> None:
    """Preview all languages with live reload, beginning with one; code has line numbers."""
    from scripts.engine.live import server

    os.environ.setdefault("LINENUMS", "true")
    logging.basicConfig(format="%(message)s")
    logging.getLogger("mkdocs.docsite").setLevel(logging.INFO)
    server.live(root_of(ctx), lang, host=host, port=port)


def serve(ctx: typer.Context, host: Host = LOOPBACK, port: Port = PORT) -> None:
    """Show the built site with all its languages."""
    from scripts.engine import preview

    typer.echo(f"Serving the built site on http://{host}:{port}/ (stop with Ctrl+C)")
    preview.serve(root_of(ctx), host=host, port=port)


def build_lang(ctx: typer.Context, lang: LanguageCode, strict: Strict = False) -> None:
    """Build one language into site/."""
    _build(root_of(ctx), [lang], jobs=1, strict=strict)


def build_all(
    ctx: typer.Context,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Languages at a time; as many as cores by default.")
    ] = None,
    strict: Strict = False,
) -> None:
    """Build all languages into site/."""
    _build(root_of(ctx), None, jobs=jobs, strict=strict)


def _build(root: Path, codes: Sequence[str] | None, *, jobs: int | None, strict: bool) -> None:
    """Build languages under a progress bar, and tell how it ended."""
    from scripts.engine import driver

    logging.getLogger("mkdocs").propagate = False  # the report tells the warnings
    columns = (
        TextColumn("{task.description:8}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bars:
        tasks = {}

        def show(progress: driver.Progress) -> None:
            code = progress.language
            if code not in tasks:
                tasks[code] = bars.add_task(code, total=None)
            done, total = progress.pages_done, progress.pages_total or None
            bars.update(tasks[code], completed=done, total=total)

        report = driver.build(root, codes, jobs=jobs, strict=strict, progress=show)
    for warning in report.warnings:
        typer.secho(warning, err=True, fg="yellow")
    pages = sum(result.pages for result in report.languages)
    count = len(report.languages)
    languages = f"{count} language{'s' * (count != 1)}"
    typer.echo(f"{pages} pages in {languages}, {report.seconds:.1f} s")
