"""The releases that the site is tested with: the installed ones, and the lowest FastAPI."""

from __future__ import annotations

import functools
import importlib.metadata
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location

FILE = "pyproject.toml"
KEY = "lowest-fastapi"
NEEDS = "needs-fastapi"
SHOWS = "shows-fastapi"
TESTED_WITH = {
    "FastAPI": "fastapi",
    "Starlette": "starlette",
    "Pydantic": "pydantic",
    "Uvicorn": "uvicorn",
    "FastAPI CLI": "fastapi-cli",
    "SQLModel": "sqlmodel",
}
"""The releases that the site names: the name as people say it, and the package."""


@functools.cache
def installed() -> Mapping[str, str]:
    """Return the installed release of each package that the site names."""
    found = {name: importlib.metadata.version(package) for name, package in TESTED_WITH.items()}
    return MappingProxyType(found)


def lowest_fastapi(root: Path) -> str:
    """Return the lowest release of FastAPI that the examples support, as `pyproject.toml` says.

    Raises `DocsError` where it does not.
    """
    return str(_settings(root)[KEY])


def newer(root: Path) -> Mapping[str, str]:
    """Return the examples that need a newer FastAPI, by name from `docs_src/`, with its release.

    Raises `DocsError` as `lowest_fastapi` does.
    """
    return MappingProxyType(dict(_settings(root).get(NEEDS, {})))


def shown(root: Path) -> Mapping[str, str]:
    """Return the pages that show what only one release answers, by path from `root`.

    Raises `DocsError` as `lowest_fastapi` does.
    """
    return MappingProxyType(dict(_settings(root).get(SHOWS, {})))


def is_older(release: str, than: str) -> bool:
    """Whether a release comes before another one: `0.9.2` before `0.10`."""
    return _numbers(release) < _numbers(than)


def of_project(root: Path) -> Any:
    """Return what pages can show: `packages`, each with `name` and `release`; `lowest`; `newer`."""
    packages = [{"name": name, "release": release} for name, release in installed().items()]
    wanting = sorted(newer(root).items())
    examples = [{"example": example, "release": release} for example, release in wanting]
    return {"packages": packages, "lowest": lowest_fastapi(root), "newer": examples}


def _numbers(release: str) -> tuple[int, ...]:
    return tuple(int(part) for part in release.split("."))


def _settings(root: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads((root / FILE).read_text(encoding="utf-8"))
        found: dict[str, Any] = data["tool"]["docsite"]
        found[KEY]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise DocsError(
            f"it names no lowest release of FastAPI: {error}",
            at=Location(FILE),
            hint=f'write `{KEY} = "…"` below [tool.docsite]',
        ) from error
    return found
