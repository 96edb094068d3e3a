"""Tests of examples that need a newer FastAPI than the installed one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from scripts.docsite import versions
from scripts.docsite.examples import ANNOTATED


def needed(item: pytest.Item) -> str | None:
    """Return the release that a test's example needs, or None where the installed one will do."""
    newer = _newer()
    found = [newer[name] for name in _examples(item) if name in newer] if newer else []
    return found[0] if found else None


@cache
def _newer() -> dict[str, str]:
    """Return the examples and pages that can't be right here, each with the release it needs."""
    installed = versions.installed()["FastAPI"]
    root = Path(__file__).resolve().parents[1]
    needs = {**versions.newer(root), **versions.shown(root)}
    return {name: need for name, need in needs.items() if versions.is_older(installed, need)}


def _examples(item: pytest.Item) -> Iterator[str]:
    """Yield the names of the examples and the paths of the pages that a test is about."""
    if name := getattr(getattr(item, "module", None), "EXAMPLE", None):
        yield name
    params = getattr(getattr(item, "callspec", None), "params", {})
    if location := getattr(params.get("case"), "location", None):
        yield location.path
    bound = [getattr(block, "example", "") for block in getattr(params.get("case"), "group", ())]
    for file in [*bound, getattr(params.get("file"), "name", "")]:
        yield file.removesuffix(".py").removesuffix(ANNOTATED)
