"""What a build tells of broken links: where they stand in the sources."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.support import REPOSITORY, configuration, make_project

HOOKS = [str(REPOSITORY / f"scripts/hooks/{name}.py") for name in ("language", "links", "includes")]
TOP = "---\ndescription: A page made by a test.\n---\n\n"
FILES = {
    "docs/en/index.md": f"{TOP}# Home {{ #home }}\n\nSee [huts](huts.md) and [beds](beds.md).\n",
    "docs/en/huts.md": f"{TOP}# Huts {{ #huts }}\n\n[Home](index.md#beds), [top](#top).\n",
    "docs/es/huts.md": "# Refugios { #huts }\n\n\n[Inicio](index.md), [nada](/nothing.md).\n",
}


def told(root: Path, code: str, caplog: pytest.LogCaptureFixture) -> list[str]:
    """Build a language; return what MkDocs warns of."""
    caplog.clear()
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        docs, site = root / "docs" / code, root / "site" / code
        build(load_config(str(root / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site)))
    return caplog.messages


def test_a_broken_link_is_told_with_its_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """In English, in a translation, and in an English page shown in its place."""
    settings = configuration(
        ["index.md", "huts.md"],
        theme={"name": "mkdocs"},
        hooks=HOOKS,
        markdown_extensions=["attr_list"],
        validation={"links": {"anchors": "warn", "absolute_links": "warn"}},
    )
    make_project(tmp_path, FILES | {"mkdocs.yml": settings})
    home = (
        "docs/en/index.md:7: the page contains a link 'beds.md', but the target is not found"
        " among documentation files."
    )
    assert told(tmp_path, "en", caplog) == [
        home,
        "docs/en/huts.md:7: the page contains a link 'index.md#beds', but the doc 'index.md' does"
        " not contain an anchor '#beds'.",
        "docs/en/huts.md:7: the page contains a link '#top', but there is no such anchor on this"
        " page.",
    ]
    assert told(tmp_path, "es", caplog) == [
        "docs/es/huts.md:4: the page contains an absolute link '/nothing.md', it was left as is.",
        home,
    ]
    assert logging.getLogger("mkdocs.structure.pages").filters == []


def test_a_link_of_no_source_is_told_with_the_page(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A hook may have put it there."""
    hook = "def on_page_markdown(markdown, **kwargs):\n    return markdown + '\\n[x](x.md)\\n'\n"
    settings = configuration(["index.md"], theme={"name": "mkdocs"}, hooks=[*HOOKS, "hook.py"])
    files = {"docs/en/index.md": f"{TOP}# Home {{ #home }}\n", "hook.py": hook}
    make_project(tmp_path, files | {"mkdocs.yml": settings})
    (message,) = told(tmp_path, "en", caplog)
    assert message.startswith("docs/en/index.md: the page contains a link 'x.md', but")


def test_a_build_that_failed_does_not_tell_the_places_of_the_next(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It has not let go of its sources, and the next one may be of another checkout."""
    fails = (
        "from mkdocs.exceptions import PluginError\n\n"
        "def on_nav(nav, config, **kwargs):\n"
        "    raise PluginError('the fog is too dense')\n"
    )
    for folder, more in (("one", ["fails.py"]), ("other", [])):
        root = make_project(tmp_path / folder, {}).root
        own = [str(shutil.copy(hook, root)) for hook in HOOKS]
        settings = configuration(["index.md"], theme={"name": "mkdocs"}, hooks=[*own, *more])
        made = {"mkdocs.yml": settings, "fails.py": fails, "docs/en/index.md": f"{TOP}[a](b.md)\n"}
        make_project(root, made)
    with pytest.raises(Abort):
        told(tmp_path / "one", "en", caplog)
    (tmp_path / "other/docs/en/index.md").write_text(f"{TOP}\n\n[a](b.md)\n")
    (message,) = told(tmp_path / "other", "en", caplog)
    assert message.startswith("docs/en/index.md:7: the page contains a link 'b.md'")
    assert logging.getLogger("mkdocs.structure.pages").filters == []
