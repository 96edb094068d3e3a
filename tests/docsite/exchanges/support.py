"""Small pages and examples for the tests of exchanges."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scripts.docsite import markdown
from scripts.docsite.exchanges import execute, grouping, notation
from scripts.docsite.exchanges.elements import Block
from scripts.docsite.exchanges.outcome import Outcome
from scripts.docsite.markdown import Fence
from scripts.docsite.model import Finding

PATH = "docs/en/page.md"
EXAMPLE = "huts/tutorial001.py"


def fence(content: str, info: str) -> Fence:
    """Return a fence that opens in line 1 of a page."""
    return markdown.scan(f"```{info}\n{content}```\n", PATH).fences[0]


def block(content: str, info: str) -> Block:
    """Return the bound block that a fence in line 1 of a page is."""
    found = notation.parse(fence(content, info), PATH)
    assert found is not None
    return found


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write files below `docs_src/`, by their paths there."""
    for name, text in files.items():
        path = root / "docs_src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(root: Path, page: str, *, limit: float = 5.0) -> list[Outcome]:
    """Run all blocks of a page's text, each group on its own, and return what they came to."""
    blocks = notation.blocks(markdown.scan(page, PATH), PATH)
    return [
        outcome
        for group in grouping.groups(blocks)
        for outcome in execute.run(root, group, limit=limit)
    ]


def findings(root: Path, page: str, *, limit: float = 5.0) -> list[Finding]:
    """Run all blocks of a page's text and return what is wrong."""
    return [found for outcome in run(root, page, limit=limit) for found in outcome.findings]


def exchange(content: str, options: str = "") -> str:
    """Return a page of one http block, bound to the example; the block opens in line 1."""
    return f'```http example="{EXAMPLE}"{options}\n{content}\n```\n'
