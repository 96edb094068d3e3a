"""The plain form that follows from an Annotated one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from fastapi import FastAPI

from scripts.docsite import variants
from scripts.docsite.errors import DocsError
from scripts.docsite.variants.derivation import BY_HAND
from tests.support import Project, copy_repository_file

CASES = Path(__file__).parents[1] / "cases"
GOLDEN = sorted((CASES / "variants").glob("*.yml"))
REFUSED = yaml.safe_load((CASES / "variants_refused.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.stem)
def test_golden_case(file: Path, tmp_path: Path) -> None:
    """The formatted plain form is what the case expects, and describes the same API."""
    case: dict[str, str] = yaml.safe_load(file.read_text(encoding="utf-8"))
    project = Project(tmp_path).change({"docs_src/huts/tutorial001_an.py": case["annotated"]})
    copy_repository_file(project, "docs_src/ruff.toml")
    variants.write(tmp_path, variants.plan(tmp_path).changes)
    assert project.read("docs_src/huts/tutorial001.py") == case["plain"]
    assert schema(case["plain"]) == schema(case["annotated"])


def schema(source: str) -> dict[str, Any]:
    """Return the OpenAPI schema of an example, parameters sorted: their order may differ."""
    names: dict[str, Any] = {"__name__": "example"}
    exec(compile(source, "example.py", "exec"), names)
    app: FastAPI = names["app"]
    found = app.openapi()
    for operations in found["paths"].values():
        for operation in operations.values():
            operation.get("parameters", []).sort(key=lambda parameter: parameter["name"])
    return found


@pytest.mark.parametrize("case", REFUSED["cases"], ids=lambda case: case["source"])
def test_refused(case: dict[str, Any]) -> None:
    """What has no plain form is told with its line and the way out."""
    with pytest.raises(DocsError) as error:
        variants.derive(REFUSED["imports"] + case["source"] + "\n", "docs_src/huts/a_an.py")
    assert str(error.value.location) == f"docs_src/huts/a_an.py:{case['line']}"
    assert error.value.message.startswith(case["message"])
    assert error.value.hint == case.get("hint", BY_HAND)


@pytest.mark.parametrize(
    "source",
    ["", "x = 1\n", "from typing import Any\nfrom .typing import *\n", '"""Annotated"""\n'],
)
def test_text_without_annotated_stays(source: str) -> None:
    """There is nothing to derive, and nothing changes."""
    assert variants.derive(source) == source


def test_modules_are_renamed_where_they_are_imported() -> None:
    """The plain form of an app imports from its own folder."""
    source = (
        "import docs_src.bigger.app_an.main\n"
        "from docs_src.bigger.app_an import routers\n"
        "from . import app_an as b\n"
        "app_an = 1\n"
    )
    assert variants.derive(source, renames={"app_an": "app"}) == (
        "import docs_src.bigger.app.main\n"
        "from docs_src.bigger.app import routers\n"
        "from . import app as b\n"
        "app_an = 1\n"
    )
