"""The sources of this site: what `make check` asks of them, `make test` asks as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from scripts.docs import app
from scripts.docsite import highlights, tree

COMMANDS = (
    ["check"],
    ["translations", "check"],
    ["examples", "variants", "--check"],
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_is_wrong_with_the_sources(root: Path, command: list[str]) -> None:
    """No command that only looks has anything to tell."""
    run = CliRunner().invoke(app, ["--root", str(root), *command])
    if run.exit_code:
        pytest.fail(f"docs {' '.join(command)}\n\n{run.output}", pytrace=False)


def test_the_marked_lines_of_the_pages_are_recorded(root: Path) -> None:
    """Without the record, `docs check` could not find a mark that has moved."""
    assert (root / highlights.FILE).is_file()


def test_no_two_pages_have_the_same_title(root: Path) -> None:
    """Tabs of a browser and results of the search are told by it."""
    titles: dict[tuple[str, str | None], list[str]] = {}
    for page in tree.load(root):
        titles.setdefault((page.language, page.document.title), []).append(page.path)
    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}
