"""What the tests of the examples with a log share."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from types import ModuleType

import pytest


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take pytest's handlers from the root logger, so that an example can set it up."""
    root = logging.getLogger()
    level = root.level
    monkeypatch.setattr(root, "handlers", [])
    yield
    root.setLevel(level)


@pytest.fixture
def log(bare: None, module: ModuleType) -> io.StringIO:
    """Return what the example's own handler writes to, instead of stderr."""
    stream = io.StringIO()
    (handler,) = logging.getLogger().handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(stream)
    return stream
