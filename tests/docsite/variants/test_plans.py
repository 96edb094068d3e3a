"""Which plain forms have to be written, and which are found wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.docsite import variants
from scripts.docsite.errors import DocsError
from tests.support import Project

HEAD = "from typing import Annotated\n\nfrom fastapi import Query\n\n\n"
ANNOTATED = HEAD + "def f(q: Annotated[str, Query()]) -> str:\n    return q\n"
PLAIN = "from fastapi import Query\n\n\ndef f(q: str = Query()) -> str:\n    return q\n"
ALIAS = HEAD + "Name = Annotated[str, Query()]\n"


def make(root: Path, **files: str | bytes) -> Project:
    """Make a project with the files."""
    return Project(root).change(files)


def findings(project: Project) -> list[str]:
    """Return what the check says about the project."""
    return [str(finding) for finding in variants.check(project.root)]


def test_missing_form_is_found_and_written(tmp_path: Path) -> None:
    """The command writes what the check asks for, and then the check is silent."""
    project = make(tmp_path, **{"docs_src/huts/tutorial001_an.py": ANNOTATED})
    assert findings(project) == [
        "docs_src/huts/tutorial001_an.py:1: V001 the plain form docs_src/huts/tutorial001.py is "
        "missing\n  → run `docs examples variants`"
    ]
    before = project.files()
    plan = variants.plan(project.root)
    assert project.files() == before
    variants.write(project.root, plan.changes)
    assert project.read("docs_src/huts/tutorial001.py") == PLAIN
    assert set(project.files()) == {*before, "docs_src/huts/tutorial001.py"}
    assert variants.plan(project.root) == variants.Plan((), ())
    assert findings(project) == []


@pytest.mark.parametrize(
    ("plain", "line"),
    [(PLAIN.replace("return q", "return ''"), 5), (PLAIN + "x = 1\n", 6), (PLAIN[:-1], 5)],
)
def test_form_edited_by_hand_is_found(tmp_path: Path, plain: str, line: int) -> None:
    """One character is enough; the finding names the first line that differs."""
    project = make(
        tmp_path,
        **{"docs_src/huts/tutorial001_an.py": ANNOTATED, "docs_src/huts/tutorial001.py": plain},
    )
    assert findings(project) == [
        f"docs_src/huts/tutorial001.py:{line}: V002 the plain form is not the one that "
        "docs_src/huts/tutorial001_an.py gives\n  → change docs_src/huts/tutorial001_an.py and run "
        "`docs examples variants`; where the plain form has to differ, name the example in "
        "data/examples.yml"
    ]


def test_all_forms_are_written_or_none(tmp_path: Path) -> None:
    """Where one can't be written, the others are not there either."""
    files = {f"docs_src/huts/{name}_an.py": ANNOTATED for name in ("beds", "huts")}
    project = make(tmp_path, **files, **{"docs_src/huts/huts.py/kept.txt": "a folder in the way"})
    changes = tuple(
        variants.Change(f"docs_src/huts/{name}.py", "", b"", None) for name in ("beds", "huts")
    )
    before = project.files()
    with pytest.raises(DocsError, match=r"docs_src/huts/huts\.py:1: it can't be written"):
        variants.write(project.root, changes)
    assert project.files() == before


def test_form_that_is_written_by_hand_is_left_alone(tmp_path: Path) -> None:
    """A listed example may have any plain form, or none."""
    project = make(
        tmp_path,
        **{
            "docs_src/huts/tutorial001_an.py": ALIAS,
            "docs_src/huts/tutorial001.py": "x = 1\n",
            "docs_src/huts/tutorial002_an.py": ALIAS,
            "docs_src/huts/tutorial003.py": "x = 1\n",
            "data/examples.yml": (
                "by_hand:\n  huts/tutorial001: It has an alias.\n"
                "annotated_only:\n  huts/tutorial002: The alias is the point.\n"
            ),
        },
    )
    assert variants.plan(project.root) == variants.Plan((), ())


def test_form_that_can_not_be_derived_is_found(tmp_path: Path) -> None:
    """One such example does not keep the others from being derived."""
    project = make(
        tmp_path,
        **{
            "docs_src/huts/tutorial001_an.py": ALIAS,
            "docs_src/huts/tutorial002_an.py": ANNOTATED,
            "docs_src/huts/tutorial003_an.py": "x = 1\n",
        },
    )
    plan = variants.plan(project.root)
    assert [change.path for change in plan.changes] == ["docs_src/huts/tutorial002.py"]
    assert [str(found.location) + " " + found.code for found in plan.findings] == [
        "docs_src/huts/tutorial001_an.py:6 V003",
        "docs_src/huts/tutorial003_an.py:1 V003",
    ]
    assert plan.findings[1].hint == "take _an off its name"


def test_app_of_several_files(tmp_path: Path) -> None:
    """Every file has its counterpart: derived, renamed or copied; others are left over."""
    picture = b"\x89PNG\r\n"
    project = make(
        tmp_path,
        **{
            "docs_src/bigger/app_an/main.py": "from docs_src.bigger.app_an.parts import f\n",
            "docs_src/bigger/app_an/parts/__init__.py": "",
            "docs_src/bigger/app_an/parts/f.py": ANNOTATED,
            "docs_src/bigger/app_an/hut.png": picture,
            "docs_src/bigger/app/old.py": "",
        },
    )
    assert [str(finding).split("\n")[0] for finding in variants.plan(tmp_path).findings] == [
        "docs_src/bigger/app/old.py:1: V005 the Annotated form of bigger/app has no such file"
    ]
    variants.write(tmp_path, variants.plan(tmp_path).changes)
    project.change({"docs_src/bigger/app/old.py": None})
    assert findings(project) == []
    plain = {p: c for p, c in project.files().items() if p.startswith("docs_src/bigger/app/")}
    assert plain == {
        "docs_src/bigger/app/main.py": b"from docs_src.bigger.app.parts import f\n",
        "docs_src/bigger/app/parts/__init__.py": b"",
        "docs_src/bigger/app/parts/f.py": PLAIN.encode(),
        "docs_src/bigger/app/hut.png": picture,
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- huts/tutorial001\n", "data/examples.yml:1: the file is no mapping"),
        ("other: {}\n", "data/examples.yml:1: the file is no mapping"),
        ("by_hand: []\nannotated_only: x\n", "data/examples.yml:2: `annotated_only` is no"),
        ("by_hand:\n  huts/tutorial001:\n", "data/examples.yml:2: huts/tutorial001 is listed with"),
        ("by_hand:\n  huts/tutorial001: ' '\n", "data/examples.yml:2: huts/tutorial001 is listed"),
        (
            "by_hand:\n  huts/a: x\nannotated_only:\n  huts/a: x\n",
            "data/examples.yml:2: huts/a is listed twice",
        ),
    ],
)
def test_list_of_exceptions_that_is_not_well_formed(
    tmp_path: Path, text: str, message: str
) -> None:
    """Nothing is written before the list is mended."""
    project = make(tmp_path, **{"data/examples.yml": text})
    with pytest.raises(DocsError) as error:
        variants.plan(project.root)
    assert str(error.value).startswith(message)
    assert error.value.hint


@pytest.mark.parametrize(
    ("listed", "message"),
    [
        ("by_hand:\n  huts/nowhere: x\n", "there is no example huts/nowhere with an Annotated"),
        ("by_hand:\n  huts/plain: x\n", "there is no example huts/plain with an Annotated"),
        ("by_hand:\n  huts/one: x\n", "the plain form of huts/one is missing"),
        ("annotated_only:\n  huts/both: x\n", "the example huts/both has a plain form"),
    ],
)
def test_exception_that_does_not_fit_is_found(tmp_path: Path, listed: str, message: str) -> None:
    """The list holds only examples it can mean."""
    project = make(
        tmp_path,
        **{
            "data/examples.yml": f"# A list.\n{listed}",
            "docs_src/huts/plain.py": "",
            "docs_src/huts/one_an.py": ANNOTATED,
            "docs_src/huts/both_an.py": ANNOTATED,
            "docs_src/huts/both.py": PLAIN,
        },
    )
    found = [text for text in findings(project) if " V004 " in text]
    assert len(found) == 1
    assert found[0].startswith(f"data/examples.yml:3: V004 {message}")


def test_formatter_that_fails_is_told(tmp_path: Path) -> None:
    """Its settings are those of the examples."""
    project = make(
        tmp_path,
        **{"docs_src/huts/tutorial001_an.py": ANNOTATED, "docs_src/ruff.toml": "line-length = []"},
    )
    with pytest.raises(DocsError, match="ruff can't format the plain forms: "):
        variants.plan(project.root)


def test_the_repository_lists_its_exceptions(root: Path) -> None:
    """`data/examples.yml` is well formed, and names examples that there are."""
    assert [f for f in variants.plan(root).findings if f.code == "V004"] == []
