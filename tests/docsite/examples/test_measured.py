"""The coverage of examples, from what the last measured run left."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from scripts.docsite import examples
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
