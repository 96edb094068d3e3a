"""Pages that are known: what they are known by."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from scripts.engine.markdown.recording import Sources
from scripts.engine.pages.population import Populations
from scripts.engine.store.results import Store

ASKS = "---\ndata: [translation_status]\n---\n"
ESCAPED = '---\ndata: ["translation_\\x73tatus"]\n---\n'
OTHER = "---\ndata: [releases]\n---\n"
SPEAKS = "---\ntitle: Data\n---\n\n`data: [translation_status]` \\\\\n"


@pytest.mark.parametrize(
    ("source", "follows"),
    [
        (ASKS, True),
        (ASKS.replace("\n", "\r\n"), True),
        (f"\ufeff{ASKS}", True),
        (ESCAPED, True),
        (OTHER, False),
        (SPEAKS, False),
        (SPEAKS.replace("\n", "\r\n"), False),
    ],
)
def test_a_page_follows_computed_data_that_its_front_matter_asks_for(
    source: str, follows: bool, tmp_path: Path
) -> None:
    """However its lines end; a text that says the same words asks for nothing."""
    assert (_key(tmp_path, source, "one") != _key(tmp_path, source, "two")) is follows


def _key(root: Path, source: str, digest: str) -> bytes:
    """Return what a page is known by, where computed data has the digest."""
    file = SimpleNamespace(
        src_dir=f"{root}/docs/es",
        src_uri="index.md",
        abs_src_path=f"{root}/docs/es/index.md",
        content_bytes=source.encode(),
    )
    page: Any = SimpleNamespace(file=file, url="", title=None, is_homepage=True)
    pages = Populations(Store(None), Sources(root), b"", {"translation_status": digest})
    return cast(bytes, pages._key(page))
