"""What another process finds out: taken where it is asked for, and left behind where it is not."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from scripts.engine.builds.ahead import Aside
from tests.support import REPOSITORY


def test_what_was_found_out_is_handed_over() -> None:
    """However large it is, by the process that found it out."""
    content, pid = Aside(lambda: (bytes(10**6), os.getpid())).result()
    assert content == bytes(10**6)
    assert pid != os.getpid()


def test_what_can_not_be_found_out_is_asked_again() -> None:
    """So that who asks sees what is wrong."""
    with pytest.raises(ZeroDivisionError):
        Aside(lambda: 1 // 0).result()


def test_nobody_has_to_ask() -> None:
    """The program ends, though there is more to hand over than a pipe holds."""
    code = "from scripts.engine.builds.ahead import Aside; Aside(lambda: bytes(10**7))"
    ended = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, timeout=30, check=False)
    assert ended.returncode == 0
