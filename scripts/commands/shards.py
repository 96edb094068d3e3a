"""Commands that build the site, on one machine or on several."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from scripts.commands import progress, site
from scripts.commands.console import root_of
from scripts.docsite.errors import DocsError

if TYPE_CHECKING:
    from scripts.engine.driver import BuildReport

ShardOption = Annotated[
    str | None,
    typer.Option("--shard", metavar="K/N", help="Build the K-th of N shares of the languages."),
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
    """Build all languages into site/, or one machine's share of them with --shard."""
    options = {"jobs": jobs, "strict": strict, "use_cache": not no_cache}
    report = _build(root_of(ctx), shard, out, **options)
    site.tell_build(report, profile=profile, verbose=verbose)


def merge(ctx: typer.Context, folders: Folders) -> None:
    """Put the shards that several machines built together as site/."""
    from scripts.engine import merging

    done = merging.merge(root_of(ctx), folders)
    typer.echo(f"{done.files} files in {done.languages} languages, from {done.shards} shards")


def _build(root: Path, text: str | None, out: Path | None, **options: Any) -> BuildReport:
    """Build a shard into its folder; without one, all languages into site/."""
    from scripts.engine import shards

    if text is None and out is not None:
        raise DocsError("--out is for shards", hint="name one, as in --shard 3/8")
    if text is None:
        return site.build(root, None, **options)
    shard = shards.Shard.parse(text)
    target = out or root / shards.FOLDERS / f"{shard.number}-of-{shard.count}"
    logging.getLogger("mkdocs").propagate = False  # the report tells the warnings
    with progress.shown(Console(stderr=True)) as watcher:
        return shards.build(root, shard, target, progress=watcher, **options)
