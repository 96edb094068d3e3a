"""The sources of this site: what `make check` asks of them, `make test` asks as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from scripts.docs import app
from scripts.docsite import highlights

COMMANDS = (
    ["check"],
    ["translations", "check"],
    ["examples", "variants", "--check"],
    ["verify-readme"],
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
