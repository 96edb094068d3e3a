"""The installed theme: where its templates and its translations are."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from scripts.docsite.errors import DocsError


def folder() -> Path:
    """Return the folder of the installed theme's templates."""
    spec = importlib.util.find_spec("material")
    if spec is None or not spec.submodule_search_locations:
        raise DocsError("Material for MkDocs is not installed", hint="run `make .venv`")
    return Path(spec.submodule_search_locations[0]) / "templates"
