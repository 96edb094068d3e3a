"""Commands that build the site, on one machine or on several."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from scripts.commands import build_report, progress, site
from scripts.commands.console import root_of
from scripts.docsite.errors import DocsError

if TYPE_CHECKING:
    from scripts.engine.builds.driver import BuildReport

ShardOption = Annotated[
    str | None,
    typer.Option("--shard", metavar="K/N", help="Build the K-th of N shares of the site."),
]
Out = Annotated[
    Path | None,
    typer.Option(help="Where a shard is put, a new or empty folder; shards/K-of-N by default."),
]
Folders = Annotated[list[Path], typer.Argument(help="The folders of all shards.")]


def build(
    ctx: typer.Context,
    shard: ShardOption = None,
    out: Out = None,
    jobs: site.Jobs = None,
    strict: site.Strict = False,
    no_cache: site.NoCache = False,
    profile: site.Profile = False,
    verbose: site.Verbose = False,
) -> None:
    """Build all languages into site/, or one machine's share of the work with --shard."""
    options = {"jobs": jobs, "strict": strict, "use_cache": not no_cache}
    report = _build(root_of(ctx), shard, out, verbose=verbose, **options)
    site.tell_build(report, profile=profile, verbose=verbose)


def merge(ctx: typer.Context, folders: Folders, strict: site.Strict = False) -> None:
    """Put the shards that several machines built together as site/."""
    from scripts.engine.machines import merging

    logging.getLogger("mkdocs").propagate = False  # the report tells the warnings
    with progress.shown(Console(stderr=True)) as watcher:
        done = merging.merge(root_of(ctx), folders, strict=strict, progress=watcher)
    for warning in build_report.merge_warnings(done):
        typer.secho(warning, err=True, fg="yellow")
    for line in build_report.merged(done):
        typer.echo(line)


def _build(
    root: Path, text: str | None, out: Path | None, *, verbose: bool, **options: Any
) -> BuildReport:
    """Build a shard into its folder; without one, all languages into site/."""
    from scripts.engine.machines import plans, shards

    if text is None and out is not None:
        raise DocsError("--out is for shards", hint="name one, as in --shard 3/8")
    if text is None:
        return site.build(root, None, **options)
    shard = plans.Shard.parse(text)
    if verbose:
        typer.echo(build_report.planned(shard, shards.task(root, shard)))
    target = out or root / shards.FOLDERS / f"{shard.number}-of-{shard.count}"
    logging.getLogger("mkdocs").propagate = False  # the report tells the warnings
    with progress.shown(Console(stderr=True)) as watcher:
        return shards.build(root, shard, target, progress=watcher, **options)
