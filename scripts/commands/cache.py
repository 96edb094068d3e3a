"""Commands about the cache of the builds."""

from __future__ import annotations

import time

import typer

from scripts.commands.console import root_of

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Look at the cache of the builds, or empty it.",
)

KINDS = {
    "rendering": "pages rendered from Markdown",
    "shell": "pages put into the theme",
    "search": "entries of search indexes",
    "page": "pages up to the theme",
    "theme": "parts of the theme",
    "frame": "places of the navigation in pages",
    "read": "marks of English that was read",
    "site": "languages of a whole site",
}
DAY = 24 * 60 * 60


@app.command()
def info(ctx: typer.Context) -> None:
    """Tell where the cache is, how large, how old, and what is in it."""
    from scripts.engine import upkeep

    root = root_of(ctx)
    found = upkeep.info(root)
    typer.echo(f"{found.path.relative_to(root)}, version {found.version}")
    typer.echo(
        f"{_size(found.on_disk)} on disk; {_size(found.size)} of at most {_size(found.limit)}"
    )
    for kind in found.kinds:
        name = KINDS.get(kind.name, kind.name)
        typer.echo(f"  {kind.results:6} {name:30} {_size(kind.size):>10}")
    if found.oldest is not None:
        days = max(0, int(time.time()) - found.oldest) // DAY
        typer.echo(f"all of it was used within the last {f'{days + 1} days' if days else 'day'}")


@app.command()
def clear(ctx: typer.Context) -> None:
    """Empty the cache; a build that is under way goes on. `site/` stays as it is."""
    from scripts.engine import upkeep

    typer.echo(f"{_size(upkeep.clear(root_of(ctx)))} freed; the next build makes all anew")


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB"
