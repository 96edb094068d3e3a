"""What all tests share: the project's root, importable, and small projects made by a test."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from scripts.capture.browser import opened
from tests import releases, support, templates
from tests.support import Project

# No test is judged by the clock: a busy machine is no fault of the code.
settings.register_profile("project", deadline=None)
settings.load_profile("project")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return for `-n auto` some processes more than there are cores: many wait for browsers."""
    cores = os.cpu_count() or 1
    return cores + min(cores // 2, 4)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a newer FastAPI than the installed one, as in `make test-lowest`."""
    for item in items:
        if release := releases.needed(item):
            item.add_marker(pytest.mark.skip(f"the example needs FastAPI {release}"))


def pytest_collection_finish() -> None:
    """Leave what was imported and collected, which stays, out of each search for garbage."""
    gc.freeze()
    gc.set_threshold(50_000, *gc.get_threshold()[1:])


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's root folder."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session", autouse=True)
def _templates() -> Iterator[None]:
    """Compile each template of the theme once."""
    with templates.compiled_once():
        yield


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium: one at a time in a process.

    While it is open an event loop counts as running, and no other can: other modules need theirs.
    """
    with opened() as found:
        yield found


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[[Mapping[str, str | bytes | None]], Project]:
    """Return a function that makes a small project of the given files, see `tests/support.py`."""

    def make(files: Mapping[str, str | bytes | None]) -> Project:
        return support.make_project(tmp_path / "project", files)

    return make
