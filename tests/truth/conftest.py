"""What the truth tests share: the project's pages, and each group of blocks run once a process."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from scripts.docsite.exchanges import execute
from scripts.docsite.exchanges.grouping import Group
from scripts.docsite.exchanges.outcome import Outcome


@pytest.fixture(scope="session")
def run(root: Path) -> Callable[[Group], tuple[Outcome, ...]]:
    """Return a function that runs a group of blocks, a session only once for all its blocks."""

    @cache
    def once(group: Group) -> tuple[Outcome, ...]:
        return execute.run(root, group)

    return once
