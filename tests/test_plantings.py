"""Small things that go wrong, planted in a part of this site: each is told where it is.

What is planted here breaks a promise to readers. Whoever breaks it by accident gets the message
that is expected here from `make test`. A picture of another page is planted in
`tests/capture/test_site.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scripts.docs import app
from scripts.docsite import highlights
from scripts.docsite.exchanges import collecting, execute
from tests.support import REPOSITORY, Project, configuration, make_project

FIRST, QUERY = "tutorial/first-steps.md", "tutorial/query-params-str-validations.md"
LANGUAGES = ("es", "fa")
PAGES = (f"docs/en/{FIRST}", *(f"docs/{code}/{FIRST}" for code in LANGUAGES), f"docs/en/{QUERY}")
TOPICS = ("first_steps", "query_params_str_validations")

Tell = Callable[[Project], str]


def outputs(project: Project) -> str:
    """Return what the truth tests tell of the pages' blocks, as `tests/truth` runs them."""
    told = []
    for case in collecting.collect(project.tree):
        assert case.error is None
        told += execute.run(project.root, case.group)[case.index].findings
    return "\n".join(str(finding) for finding in told)


def command(*words: str) -> Tell:
    """Return a function that runs a `docs` command and returns what it says."""

    def tell(project: Project) -> str:
        return CliRunner().invoke(app, ["--root", str(project.root), *words]).output

    return tell


CHECK = command("check")
TRANSLATIONS = command("translations", "check")
VARIANTS = command("examples", "variants", "--check")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a site of two pages of this one, the first in three languages, with its examples."""
    paths = [*PAGES]
    for topic in TOPICS:
        for folder in (f"docs_src/{topic}", f"tests/docs_src/{topic}"):
            files = (REPOSITORY / folder).rglob("*.py")
            paths += [file.relative_to(REPOSITORY).as_posix() for file in files]
    files: Mapping[str, str | bytes | None] = {
        "mkdocs.yml": configuration(["index.md", FIRST, QUERY]),
        **{path: (REPOSITORY / path).read_bytes() for path in paths},
    }
    return make_project(tmp_path, files)


@dataclass(frozen=True)
class Planting:
    """One thing that goes wrong: what is changed in which file, and what is told where."""

    path: str
    old: str
    new: str
    tell: Tell
    place: str
    """The path that the message begins with, and the line where it is worth knowing."""
    words: tuple[str, ...]

    def is_told(self, text: str) -> bool:
        """Whether a report has the place and the words."""
        return all(word in text for word in (self.place, *self.words))


HUT = "docs_src/first_steps/tutorial001.py"
PLAIN = "docs_src/query_params_str_validations/tutorial002.py"
PLANTINGS = {
    "one character in a shown response": Planting(
        f"docs/en/{FIRST}",
        '{"message": "Welcome to Trailhead"}\n\nGET /map',
        '{"message": "Welcome to Trailhaed"}\n\nGET /map',
        outputs,
        f"docs/en/{FIRST}:",
        ('-{"message": "Welcome to Trailhaed"}', '+{"message": "Welcome to Trailhead"}'),
    ),
    "one character in a shown response of a translation": Planting(
        f"docs/fa/{FIRST}",
        '{"message": "Welcome to Trailhead"}\n\nGET /map',
        '{"message": "Welcome to Trailhaed"}\n\nGET /map',
        outputs,
        f"docs/fa/{FIRST}:",
        ('+{"message": "Welcome to Trailhead"}',),
    ),
    "one character in an example": Planting(
        HUT,
        "Welcome to Trailhead",
        "Welcome to Trailheads",
        outputs,
        f"docs/en/{FIRST}:",
        ('+{"message": "Welcome to Trailheads"}', "docs examples update"),
    ),
    "one character in a variant": Planting(
        PLAIN,
        "max_length=20",
        "max_length=21",
        VARIANTS,
        f"{PLAIN}:10",
        ("the plain form is not the one that", "run `docs examples variants`"),
    ),
    "a variant that answers otherwise": Planting(
        PLAIN,
        "max_length=20",
        "max_length=30",
        outputs,
        f"docs/en/{QUERY}:",
        (f"{PLAIN} does not answer alike",),
    ),
    "a route renamed": Planting(
        HUT, '@app.get("/")', '@app.get("/start")', outputs, f"docs/en/{FIRST}:", ("404",)
    ),
    "an example nobody shows": Planting(
        "docs_src/first_steps/tutorial009.py",
        "",
        "from fastapi import FastAPI\n\napp = FastAPI()\n",
        CHECK,
        "docs_src/first_steps/tutorial009.py:1",
        ("E001", "no English page shows the example first_steps/tutorial009"),
    ),
    "a highlighted line moved to a blank one": Planting(
        f"docs/en/{FIRST}",
        "first_steps/tutorial003.py hl[7]",
        "first_steps/tutorial003.py hl[5]",
        CHECK,
        f"docs/en/{FIRST}:96",
        ("I002",),
    ),
    "a highlighted line moved out of the file": Planting(
        f"docs/es/{FIRST}",
        "first_steps/tutorial003.py hl[7]",
        "first_steps/tutorial003.py hl[17]",
        CHECK,
        f"docs/es/{FIRST}:",
        ("I001",),
    ),
    "a highlighted line moved in a translation": Planting(
        f"docs/es/{FIRST}",
        "first_steps/tutorial003.py hl[7]",
        "first_steps/tutorial003.py hl[8]",
        TRANSLATIONS,
        f"docs/es/{FIRST}:",
        ("hl[7]",),
    ),
    "lines put in above a highlighted one": Planting(
        HUT, "app = FastAPI()\n", "\napp = FastAPI()\n", CHECK, f"docs/en/{FIRST}:", ("I002",)
    ),
    "an object that FastAPI does not have": Planting(
        f"docs/es/{FIRST}", "`FastAPI`", "`fastapi.FastAPl`", CHECK, f"docs/es/{FIRST}:", ("K001",)
    ),
}


@pytest.mark.parametrize("planting", PLANTINGS.values(), ids=PLANTINGS)
def test_what_is_planted_is_told(project: Project, planting: Planting) -> None:
    """With its place, what is wrong, and what to do; before, nothing of the kind was told."""

    assert not planting.is_told(planting.tell(project))
    file = project.root / planting.path
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    assert planting.old in text
    project.change({planting.path: text.replace(planting.old, planting.new, 1)})
    told = planting.tell(project)
    assert planting.is_told(told), told


def test_what_can_be_mended_is_mended_in_every_language(project: Project) -> None:
    """After `docs examples update` every page shows the new answer, and nothing else differs."""
    before = project.files()
    source = project.read(HUT)
    project.change({HUT: source.replace("Welcome to Trailhead", "Welcome to the huts")})
    assert outputs(project)
    run = CliRunner().invoke(app, ["--root", str(project.root), "examples", "update"])
    assert run.exit_code == 0, run.output
    assert outputs(project) == ""
    for code in ("en", *LANGUAGES):
        path = f"docs/{code}/{FIRST}"
        assert path in run.output
        # The second example still answers as it did.
        expected = before[path].decode().replace("Welcome to Trailhead", "Welcome to the huts", 1)
        assert project.read(path) == expected
    changed = {path for path, content in project.files().items() if before.get(path) != content}
    pages = {f"docs/{code}/{FIRST}" for code in ("en", *LANGUAGES)}
    assert changed == {HUT, highlights.FILE, *pages}
