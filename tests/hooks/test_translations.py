"""Translated pages in a built site: notices and English sections where they are due."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from scripts.docsite import tree
from scripts.docsite.translations import sync
from scripts.docsite.translations.states import Workbench
from tests.support import REPOSITORY, configuration, make_project

NAMES = ("language", "data_pages", "translations", "includes")
HOOKS = [str(REPOSITORY / f"scripts/hooks/{name}.py") for name in NAMES]
ENGLISH = "# Huts { #huts }\n\nBeds. [Home](../index.md)\n\n## Recap { #recap }\n\nDone.\n"
PERSIAN = "# کلبه‌ها { #huts }\n\nتخت‌ها. [خانه](../index.md)\n\n## خلاصه { #recap }\n\nتمام.\n"
EXAMPLE = "docs_src/huts/tutorial001.py"


def build_page(
    root: Path, english: str, *, code: str = "fa", urls: bool = True, **files: str
) -> str:
    """Record the Persian page, change the English one, and build; return the built page."""
    nav = ["index.md", "deep/huts.md"]
    project = make_project(
        root,
        {
            "docs/en/deep/huts.md": ENGLISH,
            "docs/fa/deep/huts.md": PERSIAN,
            "docs/es/index.md": "# Inicio { #home }\n",
            EXAMPLE: "a = 1\nb = 2\n",
            **files,
            "mkdocs.yml": configuration(
                nav,
                theme={"name": "mkdocs"},
                hooks=HOOKS,
                strict=True,
                use_directory_urls=urls,
                markdown_extensions=[
                    "attr_list",
                    "md_in_html",
                    "pymdownx.superfences",
                    "pymdownx.blocks.details",
                ],
                validation={"links": {"anchors": "warn"}},
            ),
        },
    )
    pages = Workbench.of(tree.load(root)).chosen("fa")
    sync.apply(root, [sync.plan(page) for page in pages])
    project.change({"docs/en/deep/huts.md": english})
    site = root / "site" / code
    build(
        load_config(
            str(root / "mkdocs.yml"), docs_dir=str(root / "docs" / code), site_dir=str(site)
        )
    )
    found = site / ("deep/huts/index.html" if urls else "deep/huts.html")
    return found.read_text(encoding="utf-8")


def test_a_current_page_has_no_notice(tmp_path: Path) -> None:
    """Its readers get the translation, and nothing in English."""
    html = build_page(tmp_path, ENGLISH)
    assert "docsite-notice" not in html
    assert "تخت‌ها." in html


@pytest.mark.parametrize(
    ("urls", "target"),
    [(True, "../../../deep/huts/#huts"), (False, "../../deep/huts.html#huts")],
)
def test_a_changed_section_is_told(tmp_path: Path, urls: bool, target: str) -> None:
    """In the reader's language and direction, with a link to the English section."""
    html = build_page(tmp_path, ENGLISH.replace("Beds", "New beds"), urls=urls)
    (notice,) = re.findall(r"<aside.*?</aside>", html)
    assert 'lang="fa" dir="rtl"' in notice
    assert f'href="{target}"' in notice
    assert "The English text of this section has changed" in notice
    assert html.index("کلبه‌ها</h1>") < html.index("<aside") < html.index("تخت‌ها.")


def test_a_new_section_is_shown_in_english(tmp_path: Path) -> None:
    """In its place, with its includes and links; search and readers know its language."""
    new = f"## New {{ #new }}\n\nSee [home](../index.md).\n\n{{* ../../{EXAMPLE} ln[1] *}}\n"
    words = {"data/messages/fa.yml": "code_below: کد پایین‌تر حذف شده است\n"}
    html = build_page(tmp_path, ENGLISH.replace("## Recap", f"{new}\n## Recap"), **words)
    assert '<h2 dir="ltr" id="new" lang="en">New</h2>' in html
    body = html[html.index('<div class="docsite-body"') : html.index('id="recap"')]
    assert 'See <a href="../../">home</a>' in body
    assert '<span class="n">a</span>' in body
    assert "Code below omitted" in body
    assert "تمام." not in body


def test_an_orphan_is_told_but_not_shown(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A build does not fail on what English has dropped."""
    with caplog.at_level(logging.INFO, "mkdocs.hooks.translations"):
        html = build_page(tmp_path, ENGLISH[: ENGLISH.index("## Recap")])
    assert "تمام." not in html
    told = "docs/fa/deep/huts.md: readers do not see the section 'recap': English has none"
    assert told in caplog.messages


@pytest.mark.parametrize("code", ["en", "es"])
def test_other_pages_stay_as_they_are(tmp_path: Path, code: str) -> None:
    """English pages, and those that a language has not translated at all."""
    html = build_page(tmp_path, ENGLISH.replace("Beds", "New beds"), code=code)
    assert "New beds." in html
    assert "docsite-notice" not in html


def test_a_damaged_record_stops_the_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """With the line of the page."""
    damaged = f"---\nsync: none\n---\n\n{PERSIAN}"
    make_project(tmp_path, {"docs/fa/index.md": damaged, "docs/en/index.md": "# A { #a }\n"})
    config = configuration(["index.md"], theme={"name": "mkdocs"}, hooks=HOOKS)
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    with pytest.raises(Abort):
        build(
            load_config(
                str(tmp_path / "mkdocs.yml"),
                docs_dir=str(tmp_path / "docs/fa"),
                site_dir=str(tmp_path / "site"),
            )
        )
    assert "docs/fa/index.md:2: a part of the sync record is no mapping" in caplog.messages[-1]
