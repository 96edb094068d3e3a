"""The segmenter of Chinese texts: loaded when it is first used, and quiet then."""

from __future__ import annotations

import subprocess
import sys

from tests.support import REPOSITORY

PROGRAM = """
import logging, sys
from scripts.engine import segmenting
segmenting.load_late()
import jieba
assert jieba  # as the search plugin asks
print("jieba.finalseg" in sys.modules)
print("/".join(jieba.cut("我们写文档")))
print("jieba.finalseg" in sys.modules, logging.getLogger("jieba").level == logging.WARNING)
segmenting.load_late()
"""


def test_the_segmenter_is_loaded_when_it_is_used() -> None:
    """Then it says nothing of what it does."""
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=REPOSITORY,
        timeout=60,
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.stdout.splitlines() == ["False", "我们/写/文档", "True True"]
    assert ended.stderr == ""
