"""The coverage of examples, from what the last measured run left."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scripts.docs import app
from scripts.docsite import examples
from scripts.docsite.errors import DocsError
from tests.support import Project

FILES: dict[str, str | bytes | None] = {
    "docs_src/huts/half_an.py": "x = 1\nif x:\n    y = 1\nelse:\n    y = 2\n",
    "docs_src/huts/half.py": "x = 1\nif x:\n    y = 1\nelse:\n    y = 2\n",
    "docs_src/huts/whole.py": "x = 1\n",
    "docs_src/huts/empty.py": "",
    "docs_src/huts/unmeasured.py": "x = 1\n",
    "docs_src/huts/removed.py": "x = 1\n",
    "elsewhere.py": "import docs_src.huts.half_an, docs_src.huts.half, docs_src.huts.whole\n"
    "import docs_src.huts.empty, docs_src.huts.removed\n",
}


def run_measured(project: Project, script: str, *options: str) -> None:
    """Run a script of the project under coverage.py."""
    command = [sys.executable, "-m", "coverage", "run", *options, script]
    subprocess.run(command, cwd=project.root, check=True)


def test_statements_and_branches_of_all_forms_count(tmp_path: Path) -> None:
    """Three of four statements and one of two branches of each form are executed."""
    project = Project(tmp_path).change(FILES)
    run_measured(project, "elsewhere.py", "--branch")
    project.change({"docs_src/huts/removed.py": None})
    assert examples.coverage(tmp_path, examples.find(tmp_path)) == {
        "huts/half": 100 * 8 / 12,
        "huts/whole": 100.0,
        "huts/empty": 100.0,
    }


def test_without_a_measured_run_nothing_is_known(tmp_path: Path) -> None:
    """No data is no zero."""
    project = Project(tmp_path).change(FILES)
    assert examples.coverage(tmp_path, examples.find(tmp_path)) == {}
    project.change({"other.py": "x = 1\n"})
    run_measured(project, "other.py")
    assert examples.coverage(tmp_path, examples.find(tmp_path)) == {}


def test_data_that_is_none_is_told(tmp_path: Path) -> None:
    """A damaged file says what to do, and is no zero."""
    project = Project(tmp_path).change({**FILES, ".coverage": "no data\n"})
    with pytest.raises(DocsError, match=r"\.coverage:1: it can't be read"):
        examples.coverage(tmp_path, examples.find(tmp_path))
    assert project.read(".coverage") == "no data\n"


def listed(root: Path) -> tuple[dict[str, list[str]], str]:
    """Return the cells of each line that the command prints, by its first, and what it adds."""
    run = CliRunner().invoke(app, ["--root", str(root), "examples", "list"], env={"COLUMNS": "200"})
    lines = [line.split() for line in run.stdout.splitlines()]
    return {cells[0]: cells[1:] for cells in lines}, run.stderr


def test_the_list_has_a_column_for_it(tmp_path: Path) -> None:
    """A dash where nothing is known, and how to know."""
    project = Project(tmp_path).change({**FILES, "docs/en/index.md": "# Home { #home }\n"})
    table, added = listed(tmp_path)
    assert table["file"] == ["variants", "pages", "tests", "coverage"]
    assert table["docs_src/huts/half_an.py"] == ["Annotated,", "plain", "0", "0", "–"]
    assert "make coverage" in added
    run_measured(project, "elsewhere.py", "--branch")
    table, added = listed(tmp_path)
    assert table["docs_src/huts/half_an.py"][-2:] == ["67", "%"]
    assert table["docs_src/huts/unmeasured.py"][-1] == "–"
    assert added == ""
