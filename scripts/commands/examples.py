"""Commands about the example apps in `docs_src/`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from scripts.commands.console import DocsGroup, root_of, tell
from scripts.docsite import examples, highlights, variants

app = typer.Typer(
    cls=DocsGroup,
    no_args_is_help=True,
    add_completion=False,
    help="The example apps in docs_src/.",
)

_OTHER_CELLS = 50
"""The width of a line of the list behind the file's path, which is never cut."""

Check = Annotated[bool, typer.Option("--check", help="Only tell what would change.")]


@app.command("list")
def list_(ctx: typer.Context) -> None:
    """List every example: its file, variants, how many pages and tests name it, its coverage."""
    root = root_of(ctx)
    found = examples.usage(root)
    covered = examples.coverage(root, tuple(entry.example for entry in found))
    table = Table("file", "variants", "pages", "tests", "coverage", box=None)
    for entry in found:
        names = ["Annotated" if form.annotated else "plain" for form in entry.example.variants]
        percent = covered.get(entry.example.base)
        cells = (len(entry.pages), len(entry.tests), "–" if percent is None else f"{percent:.0f} %")
        table.add_row(entry.example.path, ", ".join(names), *map(str, cells))
    longest = max((len(entry.example.path) for entry in found), default=0)
    Console(width=longest + _OTHER_CELLS).print(table)
    if not covered:
        typer.echo("The coverage is that of the last `make coverage`; there is none yet.", err=True)


@app.command()
def unused(ctx: typer.Context) -> None:
    """List the examples that no page shows."""
    for entry in examples.unused(examples.usage(root_of(ctx))):
        typer.echo(entry.example.path)


@app.command()
def new(
    ctx: typer.Context,
    topic: Annotated[str, typer.Argument(help="The folder below docs_src/: path_params.")],
    name: Annotated[str, typer.Argument(help="The next tutorialNNN by default.")] = "",
    annotated: Annotated[bool, typer.Option(help="Write the Annotated form.")] = False,
) -> None:
    """Write a new example and its test from a template."""
    for path in examples.new(root_of(ctx), topic, name, annotated=annotated):
        typer.echo(f"written: {path}")


@app.command("variants")
def variants_(ctx: typer.Context, check: Check = False) -> None:
    """Write the plain form of every example from its Annotated form."""
    root = root_of(ctx)
    if check:
        tell(variants.check(root))
        return
    planned = variants.plan(root)
    variants.write(root, planned.changes)
    for change in planned.changes:
        typer.echo(f"written: {change.path}, from {change.source}")
    if planned.findings:
        tell(planned.findings)


@app.command()
def update(
    ctx: typer.Context,
    pages: Annotated[
        list[str] | None, typer.Argument(help="Pages below docs/en; all by default.")
    ] = None,
    check: Check = False,
) -> None:
    """Put the real outputs of the examples into the pages, and ranges back to their lines."""
    from scripts.docsite.exchanges import rewrite

    root = root_of(ctx)
    planned = rewrite.plan(root, pages or [])
    typer.echo("".join(change.diff for change in planned.changes), nl=False)
    if not check:
        rewrite.apply(root, planned)
    moved = _ranges(root, pages or [], check=check)
    if planned.findings:
        tell(planned.findings)
    elif check and (planned.changes or moved):
        raise typer.Exit(1)


def _ranges(root: Path, pages: Sequence[str], *, check: bool) -> bool:
    """Put the ranges of includes at their lines, and record them; return whether any is not."""
    planned = highlights.plan(root, pages)
    typer.echo(planned.diff, nl=False)
    if not check:
        highlights.apply(root, planned)
    for range_ in planned.others:
        typer.echo(f"{range_}: see that it is what the page means")
    return bool(planned.files)
