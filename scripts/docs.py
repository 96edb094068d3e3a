"""The command line of the project: arguments in, a report printed, an exit status out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scripts.commands import (
    cache,
    examples,
    languages,
    pictures,
    shards,
    site,
    sources,
    translations,
)
from scripts.commands.console import DocsGroup

app = typer.Typer(
    name="docs",
    cls=DocsGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Preview, check, translate and build the FastAPI Field Guide.",
)
for command in (
    site.live,
    site.serve,
    shards.build,
    shards.merge,
    site.build_lang,
    site.build_all,
    sources.check,
    sources.fix,
    sources.generate_readme,
    sources.verify_readme,
    pictures.screenshots,
    languages.new_lang,
    languages.langs_json,
):
    app.command()(command)
app.add_typer(cache.app, name="cache")
app.add_typer(examples.app, name="examples")
app.add_typer(translations.app, name="translations")


@app.callback()
def options(
    root: Annotated[
        Path | None,
        typer.Option(help="The project; the nearest folder with a mkdocs.yml.", hidden=True),
    ] = None,
) -> None:
    """Take the options that stand before the command; commands read them from the context."""


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
