"""Which examples there are, and their forms."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.docsite import examples
from scripts.docsite.errors import DocsError
from scripts.docsite.examples import Example, Variant
from tests.support import Project

FILES = {
    "docs_src/ruff.toml": "",
    "docs_src/huts/tutorial002.py": "",
    "docs_src/huts/tutorial001_an.py": "",
    "docs_src/huts/tutorial001.py": "",
    "docs_src/huts/__init__.py": "",
    "docs_src/huts/__pycache__/tutorial001.py": "",
    "docs_src/huts/.hidden.py": "",
    "docs_src/huts/static/app.css": "",
    "docs_src/bigger/app_an/main.py": "",
    "docs_src/bigger/app_an/routers/huts.py": "",
    "docs_src/bigger/app_an/routers/__init__.py": "",
    "docs_src/bigger/app_an/page.html": "",
    "docs_src/bigger/app_an/__pycache__/main.pyc": "",
    "docs_src/bigger/app/main.py": "",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the root of a project with examples."""
    return Project(tmp_path).change(FILES).root


def test_examples_are_found_with_all_their_files(project: Path) -> None:
    """Files and folders are examples; static files, caches and hidden files are none."""
    assert examples.find(project) == (
        Example(
            "bigger/app",
            (Variant("bigger/app_an"), Variant("bigger/app")),
            (
                "docs_src/bigger/app/main.py",
                "docs_src/bigger/app_an/main.py",
                "docs_src/bigger/app_an/page.html",
                "docs_src/bigger/app_an/routers/__init__.py",
                "docs_src/bigger/app_an/routers/huts.py",
            ),
        ),
        Example(
            "huts/tutorial001",
            (Variant("huts/tutorial001_an"), Variant("huts/tutorial001")),
            ("docs_src/huts/tutorial001.py", "docs_src/huts/tutorial001_an.py"),
        ),
        Example(
            "huts/tutorial002",
            (Variant("huts/tutorial002"),),
            ("docs_src/huts/tutorial002.py",),
        ),
    )


def test_place_of_an_example_is_its_first_form(project: Path) -> None:
    """Messages point at the file that the author writes, or at the folder."""
    assert [example.path for example in examples.find(project)] == [
        "docs_src/bigger/app_an",
        "docs_src/huts/tutorial001_an.py",
        "docs_src/huts/tutorial002.py",
    ]


def test_project_without_examples_has_none(tmp_path: Path) -> None:
    """A missing folder is no error."""
    assert examples.find(tmp_path) == ()


def test_variants_of_one_example(project: Path) -> None:
    """The Annotated form comes first; an unknown example is an error."""
    assert examples.variants(project, "huts/tutorial001") == (
        Variant("huts/tutorial001_an"),
        Variant("huts/tutorial001"),
    )
    assert examples.variants(project, "bigger/app")[0].annotated
    with pytest.raises(DocsError, match=r"there is no example 'huts/tutorial009' in docs_src/"):
        examples.variants(project, "huts/tutorial009")


@pytest.mark.parametrize(
    ("path", "forms"),
    [
        (
            "docs_src/huts/tutorial001.py",
            ["docs_src/huts/tutorial001_an.py", "docs_src/huts/tutorial001.py"],
        ),
        (
            "docs_src/huts/tutorial001_an.py",
            ["docs_src/huts/tutorial001_an.py", "docs_src/huts/tutorial001.py"],
        ),
        (
            "docs_src/bigger/app/main.py",
            ["docs_src/bigger/app_an/main.py", "docs_src/bigger/app/main.py"],
        ),
        ("docs_src/bigger/app_an/routers/huts.py", ["docs_src/bigger/app_an/routers/huts.py"]),
        ("docs_src/huts/tutorial002.py", ["docs_src/huts/tutorial002.py"]),
        ("docs_src/huts/static/app.css", ["docs_src/huts/static/app.css"]),
        ("docs_src/ruff.toml", ["docs_src/ruff.toml"]),
        ("data/huts.yml", ["data/huts.yml"]),
    ],
)
def test_forms_of_a_file(project: Path, path: str, forms: list[str]) -> None:
    """A file is paired with the one at the same place in the other form."""
    assert list(examples.forms(project, path)) == forms


@pytest.mark.parametrize(
    ("path", "annotated"),
    [
        ("docs_src/huts/tutorial001_an.py", True),
        ("docs_src/huts/tutorial001.py", False),
        ("docs_src/bigger/app_an/main.py", True),
        ("docs_src/bigger_an/app/main.py", False),
    ],
)
def test_form_is_told_by_the_path(path: str, annotated: bool) -> None:
    """The name of the file or of its folder ends in `_an`; that of the topic may."""
    assert examples.is_annotated(path) == annotated


@pytest.fixture
def importable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    """Return a project whose examples can be imported, in the place of the repository's."""
    known = {name: sys.modules.pop(name) for name in list(sys.modules) if _is_example(name)}
    monkeypatch.syspath_prepend(str(tmp_path))
    yield Project(tmp_path)
    for name in [name for name in sys.modules if _is_example(name)]:
        del sys.modules[name]
    sys.modules.update(known)


def _is_example(module: str) -> bool:
    return module.split(".")[0] == "docs_src"


def test_example_is_imported_afresh(importable: Project) -> None:
    """Nothing that a test did to an example is left in the next one."""
    importable.change(
        {
            "docs_src/fresh/app/main.py": "from .state import known\n",
            "docs_src/fresh/app/state.py": "known = []\n",
        }
    )
    examples.load("fresh/app", module="main").known.append(1)
    assert examples.load("fresh/app", module="main").known == []
