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


EXPECTING = """
import sys
from pathlib import Path
from scripts.docsite import languages
from scripts.engine import segmenting
segmenting.load_late()
known = languages.load(Path.cwd())
segmenting.expect([known["fa"], known["es"]])
segmenting.load_expected()
print("jieba.finalseg" in sys.modules)
segmenting.expect([known["fa"], known["zh"]])
segmenting.load_expected()
import jieba
print("jieba.finalseg" in sys.modules, jieba.dt.initialized)
"""


def _printed(program: str) -> list[str]:
    """Return what a program prints that says nothing else."""
    ended = subprocess.run(
        [sys.executable, "-c", program],
        cwd=REPOSITORY,
        timeout=60,
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.stderr == ""
    return ended.stdout.splitlines()


def test_the_segmenter_is_loaded_when_it_is_used() -> None:
    """Then it says nothing of what it does."""
    assert _printed(PROGRAM) == ["False", "我们/写/文档", "True True"]


def test_the_segmenter_is_loaded_ahead_for_languages_that_need_it() -> None:
    """With its words, which each process would have to load else."""
    assert _printed(EXPECTING) == ["False", "True True"]
