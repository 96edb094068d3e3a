"""What all tests share: the project's root, importable, and small projects made by a test."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests import support
from tests.support import Project


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's root folder."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[[Mapping[str, str | bytes | None]], Project]:
    """Return a function that makes a small project of the given files, see `tests/support.py`."""

    def make(files: Mapping[str, str | bytes | None]) -> Project:
        return support.make_project(tmp_path / "project", files)

    return make
