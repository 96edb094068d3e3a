"""The segmenter of Chinese texts: loaded when it is first used, and quiet then."""

from __future__ import annotations

import subprocess
import sys

from tests.support import REPOSITORY

PROGRAM = """
import logging, sys
from scripts.engine.markdown import segmenting
segmenting.load_late()
import jieba
assert jieba  # as the search plugin asks
print("jieba.finalseg" in sys.modules)
print("/".join(jieba.cut("我们写文档")))
print("jieba.finalseg" in sys.modules, logging.getLogger("jieba").level == logging.WARNING)
segmenting.load_late()
"""


READING = """
import io, marshal
from scripts.engine.markdown import segmenting
segmenting.load_late()
import jieba
jieba.lcut("我们")

class Words(io.BytesIO):
    calls = 0
    def read(self, *arguments):
        self.calls += 1
        return super().read(*arguments)

words = Words(marshal.dumps(({"写": 3, "文档": 2}, 5)))
print(jieba.marshal.load(words), words.calls)
jieba.marshal.dump((1, 2), target := io.BytesIO())
print(marshal.loads(target.getvalue()))
"""


EXPECTING = """
import sys
from pathlib import Path
from scripts.docsite import languages
from scripts.engine.markdown import segmenting
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


def test_the_segmenter_reads_its_words_at_once() -> None:
    """Not one by one, from a file of half a million of them."""
    assert _printed(READING) == ["({'写': 3, '文档': 2}, 5) 1", "(1, 2)"]


def test_the_segmenter_is_loaded_ahead_for_languages_that_need_it() -> None:
    """With its words, which each process would have to load else."""
    assert _printed(EXPECTING) == ["False", "True True"]
