"""Exchanges in a built site."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support import REPOSITORY, configuration, make_project

HOOKS = [str(REPOSITORY / f"scripts/hooks/{name}.py") for name in ("language", "exchanges")]
PAGE = """\
---
description: A page with an exchange.
---

# Huts { #huts }

```http example="huts/tutorial001.py"
GET /huts

200
["Alpenrose", ...]
```
"""
UNBOUND = '\n```json\n{"a": 1}\n```\n'


def build_site(root: Path, page: str, *, code: str = "en") -> str:
    """Build a small site with the page `huts.md` in one language; return its HTML."""
    make_project(
        root,
        {
            "docs/en/huts.md": page,
            "docs/es/index.md": "# Inicio { #home }\n",
            "docs_src/huts/tutorial001.py": "app = None\n",
            "mkdocs.yml": configuration(
                ["index.md", "huts.md"],
                theme={"name": "mkdocs"},
                hooks=HOOKS,
                markdown_extensions=["attr_list", "pymdownx.superfences", "pymdownx.highlight"],
            ),
        },
    )
    docs = str(root / "docs" / code)
    build(load_config(str(root / "mkdocs.yml"), docs_dir=docs, site_dir=str(root / "site")))
    return (root / "site/huts/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["en", "es"])
def test_readers_see_request_and_response(
    tmp_path: Path, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    """In the language itself and where the English page stands in for it; nothing is told."""
    with caplog.at_level(logging.WARNING, logger="mkdocs.hooks"):
        html = build_site(tmp_path, PAGE, code=code)
    assert "exchange-request highlight" in html
    assert '<span class="filename">200 OK</span>' in html
    assert "example=" not in html
    assert caplog.records == []


def test_what_is_wrong_is_a_warning_with_its_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The line is the one of the source, front matter counted; a strict build fails on it."""
    with caplog.at_level(logging.WARNING, logger="mkdocs.hooks"):
        build_site(tmp_path, PAGE.replace("001", "002") + UNBOUND)
    told = [record.getMessage().split("\n")[0] for record in caplog.records]
    assert told == [
        "docs/en/huts.md:7: X002 the example is missing: docs_src/huts/tutorial002.py",
        "docs/en/huts.md:14: X001 the json block shows an output that nothing produces",
    ]


def test_a_fallback_is_not_told_twice(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """What is wrong with an English page is told in the English build alone."""
    with caplog.at_level(logging.WARNING, logger="mkdocs.hooks"):
        build_site(tmp_path, PAGE + UNBOUND, code="es")
    assert caplog.records == []
