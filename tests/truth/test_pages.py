"""Everything that a page shows of an example is made again: one test for each block.

Run those of one page with `pytest tests/truth -k path-params.md`, a block with its line.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.docsite import tree
from scripts.docsite.exchanges import checking, collecting
from scripts.docsite.exchanges.collecting import Case
from scripts.docsite.exchanges.grouping import Group
from scripts.docsite.exchanges.outcome import Outcome
from scripts.docsite.tree import Page

TREE = tree.load(Path(__file__).resolve().parents[2])


@pytest.mark.parametrize("case", collecting.collect(TREE), ids=str)
def test_what_is_shown_is_what_is_real(
    case: Case, run: Callable[[Group], tuple[Outcome, ...]]
) -> None:
    """The block's exchanges, session or schema fragment come out as the page shows them."""
    if case.error is not None:
        pytest.fail(str(case.error), pytrace=False)
    findings = run(case.group)[case.index].findings
    if findings:
        pytest.fail("\n\n".join(map(str, findings)), pytrace=False)


@pytest.mark.parametrize("page", list(TREE), ids=lambda page: page.path)
def test_nothing_is_shown_that_nothing_produces(page: Page, root: Path) -> None:
    """Each block of JSON, HTTP or console output is bound, or says why it can't be."""
    findings = checking.check(root, page.document, page.path)
    if findings:
        pytest.fail("\n\n".join(map(str, findings)), pytrace=False)
