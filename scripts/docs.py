"""The command line of the project: arguments in, a report printed, an exit status out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, ClassVar

import typer

from scripts.commands.console import LazyGroup


class Commands(LazyGroup):
    """All commands."""

    places: ClassVar = {
        "live": "scripts.commands.site:live",
        "serve": "scripts.commands.site:serve",
        "build": "scripts.commands.shards:build",
        "merge": "scripts.commands.shards:merge",
        "build-lang": "scripts.commands.site:build_lang",
        "build-all": "scripts.commands.site:build_all",
        "check": "scripts.commands.sources:check",
        "fix": "scripts.commands.sources:fix",
        "generate-readme": "scripts.commands.sources:generate_readme",
        "verify-readme": "scripts.commands.sources:verify_readme",
        "screenshots": "scripts.commands.pictures:screenshots",
        "new-lang": "scripts.commands.languages:new_lang",
        "langs-json": "scripts.commands.languages:langs_json",
        "cache": "scripts.commands.cache:app",
        "examples": "scripts.commands.examples:app",
        "translations": "scripts.commands.translations:app",
    }


app = typer.Typer(
    name="docs",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Preview, check, translate and build the FastAPI Field Guide.",
)


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
