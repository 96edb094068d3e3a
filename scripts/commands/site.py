"""Commands that build the site and show it. What they need is only imported when they run."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from scripts.commands import build_report, progress
from scripts.commands.console import LanguageCode, root_of
from scripts.docsite.languages import SOURCE

if TYPE_CHECKING:
    from scripts.engine.builds.driver import BuildReport

Host = Annotated[str, typer.Option(help="The address to listen at.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="The port to listen at.")]
Strict = Annotated[bool, typer.Option("--strict", help="Let a warning fail the build.")]
Jobs = Annotated[
    int | None, typer.Option(min=1, help="Languages at a time; as many as cores by default.")
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Use no result of an earlier build, and keep none.")
]
Profile = Annotated[
    bool, typer.Option("--profile", help="Tell where the time went, by phase and by page.")
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell what was made anew, and why.")]
Pseudo = Annotated[
    bool, typer.Option("--pseudo", help="Make LANG a language of emoji, in .cache/pseudo/LANG/.")
]
LOOPBACK = "127.0.0.1"
PORT = 8008


def live(
    ctx: typer.Context, lang: LanguageCode = SOURCE, host: Host = LOOPBACK, port: Port = PORT
) -> None:
    """Preview all languages with live reload, beginning with one; code has line numbers."""
    from scripts.engine.live import server

    os.environ.setdefault("LINENUMS", "true")
    logging.basicConfig(format="%(message)s", force=True)  # mdx_include has done it its own way
    logging.getLogger("mkdocs.docsite").setLevel(logging.INFO)
    server.live(root_of(ctx), lang, host=host, port=port)


def serve(ctx: typer.Context, host: Host = LOOPBACK, port: Port = PORT) -> None:
    """Show the built site with all its languages."""
    from scripts.engine import preview

    told = f"Serving the built site on http://{host}:{port}/ (stop with Ctrl+C)"
    preview.serve(root_of(ctx), host=host, port=port, begun=lambda: typer.echo(told))


def build_lang(
    ctx: typer.Context,
    lang: LanguageCode,
    strict: Strict = False,
    no_cache: NoCache = False,
    profile: Profile = False,
    verbose: Verbose = False,
    pseudo: Pseudo = False,
) -> None:
    """Build one language into site/, and English before it where the site has none yet."""
    root = _pseudo_project(root_of(ctx), lang) if pseudo else root_of(ctx)
    report = build(root, [lang], strict=strict, use_cache=not no_cache)
    tell_build(report, profile=profile, verbose=verbose)


def _pseudo_project(root: Path, code: str) -> Path:
    from scripts.engine import pseudo

    return pseudo.prepare(root, code)


def build_all(
    ctx: typer.Context,
    jobs: Jobs = None,
    strict: Strict = False,
    no_cache: NoCache = False,
    profile: Profile = False,
    verbose: Verbose = False,
) -> None:
    """Build all languages into site/."""
    root, cached = root_of(ctx), not no_cache
    report = build(root, None, jobs=jobs, strict=strict, use_cache=cached, ahead=ctx.obj)
    tell_build(report, profile=profile, verbose=verbose)


def build(root: Path, codes: Sequence[str] | None, **options: Any) -> BuildReport:
    """Build languages, and show how far that is."""
    from scripts.engine.builds import driver

    logging.getLogger("mkdocs").propagate = False  # the report tells the warnings
    with progress.shown(Console(stderr=True)) as watcher:
        return driver.build(root, codes, progress=watcher, **options)


def tell_build(report: BuildReport, *, profile: bool = False, verbose: bool = False) -> None:
    """Print how a build ended."""
    for warning in report.warnings:
        typer.secho(warning, err=True, fg="yellow")
    for line in build_report.reasons(report) if verbose else ():
        typer.echo(line)
    if profile:
        console = Console()
        console.print(build_report.phases(report), build_report.slowest(report), sep="\n")
    typer.echo(build_report.summary(report))
