"""The installed commands that pages speak of, as their own help knows them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import fastapi_cli.cli
import typer
from uvicorn.main import main as uvicorn_command

from scripts.docsite.names import Command

_TARGET = re.compile(r"^(?P<name>[a-z][a-z-]*):", re.MULTILINE)


def commands(root: Path, docs: Any) -> Mapping[str, Command]:
    """Return `fastapi`, `uvicorn`, `make` and `docs` by name; `docs` is our own command."""
    found = {
        "fastapi": _command("fastapi", typer.main.get_command(fastapi_cli.cli.app)),
        "uvicorn": _command("uvicorn", uvicorn_command),
        "docs": _command("docs", docs),
        "make": _make(root / "Makefile"),
    }
    return MappingProxyType(found)


def _command(name: str, found: Any) -> Command:
    options = {
        option
        for parameter in found.params
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    below = getattr(found, "commands", {}).items()
    return Command(
        name,
        frozenset({option for option in options if option.startswith("-")} | {"--help"}),
        MappingProxyType({inner: _command(inner, command) for inner, command in below}),
    )


def _make(file: Path) -> Command:
    """Return `make` with the targets of a Makefile; its options are not ours to check."""
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    targets = [match["name"] for match in _TARGET.finditer(text)]
    return Command("make", None, MappingProxyType({name: Command(name) for name in targets}))
