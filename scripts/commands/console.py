"""What all commands share: the root, findings on the terminal, errors without a traceback."""

from __future__ import annotations

import importlib
import inspect
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, ClassVar

import typer
from typer.core import TyperGroup

from scripts.docsite import languages, report
from scripts.docsite.configuration import FILE
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Finding
from scripts.docsite.report import Role

_COLOURS: dict[Role, str] = {
    "path": "cyan",
    "code": "blue",
    "error": "red",
    "warning": "yellow",
    "hint": "green",
}


class Format(Enum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class DocsGroup(TyperGroup):
    """A group of commands that tells a `DocsError` and exits with 1."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except DocsError as error:
            typer.secho(str(error), err=True, fg=None if _is_plain() else "red")
            raise typer.Exit(1) from error


class LazyGroup(DocsGroup):
    """A group that imports a command when it is asked for, and all of them for its help.

    What the commands need takes longer to import than many of them run.
    """

    places: ClassVar[Mapping[str, str]]
    """Where each command is, in the order of the help: `module:function`, or `module:app`."""

    def __init__(self, **settings: Any) -> None:
        """Take what Typer gives a group."""
        super().__init__(**settings)
        self.commands = _Imported(self.places)  # type: ignore[assignment]


@dataclass(frozen=True)
class _Imported(Mapping[str, Any]):
    """Commands by their names, each imported when it is asked for."""

    places: Mapping[str, str]

    def __getitem__(self, name: str) -> Any:
        module, attribute = self.places[name].split(":")
        found = getattr(importlib.import_module(module), attribute)
        if not isinstance(found, typer.Typer):
            function, found = found, typer.Typer(add_completion=False)
            found.command(name)(function)
        command = typer.main.get_command(found)
        command.name = name
        command.help = _unwrapped(command.help or "")
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)


def _unwrapped(text: str) -> str:
    """Return a text with each paragraph on one line: the terminal breaks them."""
    paragraphs = inspect.cleandoc(text).split("\n\n")
    return "\n\n".join(paragraph.replace("\n", " ") for paragraph in paragraphs)


def find_root(start: Path) -> Path:
    """Return the nearest folder with a `mkdocs.yml`, from `start` upwards.

    Raises `DocsError` where there is none.
    """
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder
    raise DocsError(f"there is no {FILE} here or above", hint="change into the project's folder")


def root_of(ctx: typer.Context) -> Path:
    """Return the root of the project that the command is about."""
    given = ctx.find_root().params.get("root")
    return (Path(given) if given else find_root(Path.cwd())).resolve()


def tell(findings: Iterable[Finding], form: Format = Format.TEXT) -> None:
    """Print the findings; end the program with 1 where one is an error."""
    found = report.ordered(findings)
    if form is Format.JSON:
        typer.echo(report.as_json(found), nl=False)
    elif form is Format.GITHUB:
        typer.echo(report.as_github(found), nl=False)
    else:
        typer.echo(report.as_text(found, paint=_painted), nl=False)
    if report.exit_status(found):
        raise typer.Exit(1)


def _painted(text: str, role: Role) -> str:
    return text if _is_plain() else typer.style(text, fg=_COLOURS[role])


def _is_plain() -> bool:
    return bool(os.environ.get("NO_COLOR"))


def shows_colours() -> bool:
    """Whether whoever reads the output sees colours, and so needs no other marks."""
    return sys.stdout.isatty() and not _is_plain()


def _codes(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the codes of languages that a shell can complete."""
    try:
        known = languages.load(root_of(ctx)).codes
    except DocsError:
        return []
    return [code for code in known if code.startswith(incomplete)]


LanguageCode = Annotated[
    str, typer.Argument(metavar="LANG", help="The code of a language.", autocompletion=_codes)
]
"""The argument that names a registered language."""

DryRun = Annotated[bool, typer.Option("--dry-run", help="Only tell what would change.")]
"""The option of commands that write files."""


def tell_changes(lines: Iterable[str], *, dry_run: bool) -> None:
    """Print what a command changes, and that a dry run does not."""
    for line in lines:
        typer.echo(line)
    if dry_run:
        typer.echo("nothing is written: it was a dry run")
