"""Taking pictures for real: an example is served, a browser opens it, what drifted is told."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.capture import packages, taking
from scripts.capture.browser import Camera
from scripts.capture.server import serving
from scripts.docsite import screenshots
from scripts.docsite.errors import DocsError
from tests.support import REPOSITORY, Project, make_project

pytestmark = pytest.mark.browser

APP = """\
from fastapi import FastAPI

app = FastAPI(title="Huts")


@app.get("/huts")
async def list_huts() -> list[str]:
    return ["Alpenrose"]
"""
COMMENT = (
    '<!-- screenshot: example=huts/tutorial001.py page=/docs execute="GET /huts" alt="Huts" -->'
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project with a page that asks for a picture, and the packages already there."""
    files = {
        "docs/en/huts.md": f"---\ndescription: Huts.\n---\n\n# Huts {{ #huts }}\n\n{COMMENT}\n",
        "docs_src/huts/tutorial001.py": APP,
    }
    found = make_project(tmp_path / "project", files)
    for name in ("package.json", "package-lock.json"):
        for folder in (".", "scripts/capture"):
            (found.root / folder).mkdir(parents=True, exist_ok=True)
            shutil.copy(REPOSITORY / folder / name, found.root / folder / name)
    (found.root / ".cache").symlink_to(REPOSITORY / ".cache")
    return found


def test_pictures_are_taken_and_what_drifts_is_found(project: Project, browser: Browser) -> None:
    """The same page again is no change; another answer is, and so is a missing picture."""
    told: list[str] = []
    pictures = taking.find(project.root)
    written = taking.take(project.root, browser, pictures, told.append)
    assert told == ["huts-tutorial001-docs-execute-get-huts"]
    assert sorted(written) == sorted(pictures[0].files)
    sizes = [screenshots.size((project.root / path).read_bytes()) for path in pictures[0].files]
    assert all(size and size[0] > 900 and size[1] > 300 for size in sizes[::2])
    contents = [(project.root / path).read_bytes() for path in pictures[0].files]
    assert len(set(contents)) == 4

    assert taking.take(project.root, browser, pictures, told.append) == []
    assert list(taking.check(project.root, browser, pictures, told.append)) == []

    example = "docs_src/huts/tutorial001.py"
    project.change({example: APP.replace("Alpenrose", "Birkenhof"), written[0]: None})
    found = list(taking.check(project.root, browser, pictures, told.append))
    assert [(str(finding.location), finding.code) for finding in found] == [
        ("docs/en/huts.md:7", code) for code in ("S001", "S001", "P018", "S001")
    ] or sorted(finding.code for finding in found) == ["P018", "S001", "S001", "S001"]
    assert "`docs screenshots huts.md`" in found[0].hint


def test_an_operation_that_is_not_there_is_told(project: Project, browser: Browser) -> None:
    """With the line of the comment."""
    text = project.read("docs/en/huts.md").replace("GET /huts", "GET /beds")
    project.change({"docs/en/huts.md": text})
    (picture,) = taking.find(project.root)
    camera = Camera(browser, packages.load(project.root), limit=4)
    with (
        serving(project.root, picture.shot) as address,
        pytest.raises(DocsError, match=r"^docs/en/huts\.md:7: the picture can't be taken"),
    ):
        camera.take(address, picture.shot, picture.places[0])


def test_an_unknown_page_is_told(project: Project) -> None:
    """With what to write; a known one is taken by its key or its path."""
    with pytest.raises(DocsError, match=r"^docs/en/beds\.md:1: there is no English page beds\.md"):
        taking.find(project.root, ["beds.md"])
    assert len(taking.find(project.root, ["docs/en/huts.md"])) == 1
    assert taking.find(project.root, ["index.md"]) == ()


def test_the_packages_are_those_that_fastapi_names(root: Path) -> None:
    """The pictures show the releases that a reader gets: the same major versions."""
    names = json.loads((root / "scripts/capture/package.json").read_text("utf-8"))["dependencies"]
    majors = {f"{name}@{version.split('.')[0]}" for name, version in names.items()}
    assert majors == {"swagger-ui-dist@5", "redoc@2"}
