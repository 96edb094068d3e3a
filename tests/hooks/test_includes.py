"""Included files in a built site: what readers get, and what stops the build."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.support import REPOSITORY, configuration, make_project

HOOKS = [str(REPOSITORY / f"scripts/hooks/{name}.py") for name in ("language", "includes")]
EXTENSIONS = [
    "mdx_include",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.details",
    "pymdownx.blocks.tab",
    "pymdownx.superfences",
    "attr_list",
]
FILES = {
    "docs_src/huts/tutorial001_an.py": "annotated = 1\nsame = 2\n",
    "docs_src/huts/tutorial001.py": "plain = 1\nsame = 2\n",
    "docs/en/parts/note.md": "Read from the English folder.\n",
}
PAGE = """\
---
description: A page.
---

# Page {{ #page }}

{}
"""


def build_site(root: Path, include: str, *, code: str = "en", **files: str) -> str:
    """Build a small site with a page `deep/page.md` in one language; return the page."""
    make_project(
        root,
        {
            "docs/en/deep/page.md": PAGE.format(include),
            "mkdocs.yml": configuration(
                ["index.md", "deep/page.md"],
                theme={"name": "mkdocs"},
                hooks=HOOKS,
                strict=True,
                markdown_extensions=EXTENSIONS,
                exclude_docs="parts/",
            ),
            **FILES,
            **files,
        },
    )
    (root / f"docs/{code}").mkdir(parents=True, exist_ok=True)
    config = load_config(
        str(root / "mkdocs.yml"), docs_dir=str(root / "docs" / code), site_dir=str(root / "site")
    )
    build(config)
    return (root / "site/deep/page/index.html").read_text(encoding="utf-8")


def test_page_shows_both_forms_of_an_example(tmp_path: Path) -> None:
    """A page in any folder includes from `../../docs_src`."""
    html = build_site(tmp_path, "{* ../../docs_src/huts/tutorial001_an.py hl[2] *}")
    assert html.count('class="tabbed-set') == 1
    assert html.index("annotated") < html.index("Prefer the version") < html.index("plain")


def test_mdx_include_reads_from_the_language_folder(tmp_path: Path) -> None:
    """mdx_include's own syntax starts from the same folder."""
    html = build_site(tmp_path, "{! parts/note.md !}\n\n```text\n{! parts/note.md !}\n```")
    assert html.count("Read from the English folder.") == 2


def test_fallback_page_includes_from_the_english_folder(tmp_path: Path) -> None:
    """A page that is shown in English in another language shows the same files."""
    translated = {"docs/es/parts/note.md": "De la carpeta española.\n"}
    html = build_site(tmp_path, "{! parts/note.md !}", code="es", **translated)
    assert "Read from the English folder." in html


def test_translated_page_includes_from_its_own_folder(tmp_path: Path) -> None:
    """A translation can have files of its own beside it."""
    html = build_site(
        tmp_path,
        "English",
        code="es",
        **{
            "docs/es/deep/page.md": PAGE.format("{! parts/note.md !}"),
            "docs/es/parts/note.md": "De la carpeta española.\n",
        },
    )
    assert "De la carpeta española." in html


@pytest.mark.parametrize(
    ("include", "message"),
    [
        ("{* ../../docs_src/huts/tutorial01.py *}", "docs/en/deep/page.md:7: there is no file"),
        ("{* ../../mkdocs.yml *}", "docs/en/deep/page.md:7: the file ../../mkdocs.yml lies"),
        ("{! https://docs.example/x.md !}", "docs/en/deep/page.md:7: https://docs.example"),
    ],
)
@pytest.mark.parametrize("code", ["en", "es"])
def test_bad_include_stops_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, include: str, message: str, code: str
) -> None:
    """The last word of the build names the line of the page, in every language."""
    with pytest.raises(Abort):
        build_site(tmp_path, include, code=code)
    assert message in caplog.messages[-1]


def test_range_that_ends_in_a_blank_line_is_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A strict build fails on what is merely odd."""
    with pytest.raises(Abort, match="1 warning"):
        build_site(
            tmp_path,
            "{* ../../docs_src/huts/tutorial002.py hl[1:2] *}",
            **{"docs_src/huts/tutorial002.py": "one = 1\n\ntwo = 2\n"},
        )
    assert any("docs/en/deep/page.md:7: I002 hl[1:2]" in text for text in caplog.messages)


def test_preview_follows_included_files(root: Path) -> None:
    """`mkdocs serve` builds again when a file changes that a page may include."""
    watched = {Path(path).resolve() for path in load_config(str(root / "mkdocs.yml")).watch}
    assert {root / "docs_src", root / "data"} <= watched
