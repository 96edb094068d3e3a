"""Example files: which there are, and what is known of them without running one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from scripts.docsite.exchanges import apps
from scripts.docsite.exchanges.apps import ExampleFile
from tests.docsite.exchanges.support import write


def test_every_file_is_found_in_its_first_form(tmp_path: Path) -> None:
    """Second forms, data files and caches are no files of their own."""
    names = ["huts/t1_an.py", "huts/t1.py", "huts/t2.py", "huts/notes.txt", "huts/templates/a.html"]
    names += ["beds/app_an/main.py", "beds/app_an/models.py", "beds/app/main.py"]
    names += ["beds/app/models.py", "huts/__pycache__/t1.py"]
    write(tmp_path, dict.fromkeys(names, ""))
    assert [file.name for file in apps.every(tmp_path)] == [
        "beds/app_an/main.py",
        "beds/app_an/models.py",
        "huts/t1_an.py",
        "huts/t2.py",
    ]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("app = FastAPI()", ("app",)),
        ("api: FastAPI = fastapi.FastAPI(title='x')\nsub = FastAPI()", ("api", "sub")),
        ("router = APIRouter()\napp = make()\napp.x = FastAPI()", ()),
        ("def make():\n    app = FastAPI()", ()),
        ("app = FastAPI(", ()),
    ],
)
def test_the_apps_of_a_file_are_read_from_its_source(
    tmp_path: Path, source: str, names: tuple[str, ...]
) -> None:
    """Nothing is imported for it."""
    write(tmp_path, {"huts/t1.py": source})
    assert apps.app_names(ExampleFile(tmp_path, "huts/t1.py")) == names


def test_importing_leaves_no_trace(tmp_path: Path) -> None:
    """Modules of examples are hidden meanwhile and put back; the rest stays."""
    write(tmp_path, {"huts/t1.py": "app = object()\nimport colorsys\n"})
    before, finders = dict(sys.modules), list(sys.meta_path)
    sys.modules["docs_src.huts.other"] = sys
    try:
        with apps.importing(tmp_path):
            assert "docs_src.huts.other" not in sys.modules
            first = apps.load(ExampleFile(tmp_path, "huts/t1.py"), "app")
        with apps.importing(tmp_path):
            assert apps.load(ExampleFile(tmp_path, "huts/t1.py"), "app") is not first
        assert sys.modules["docs_src.huts.other"] is sys
    finally:
        del sys.modules["docs_src.huts.other"]
    assert "docs_src.huts.t1" not in sys.modules
    assert {name for name in sys.modules if name.startswith("docs_src")} == {
        name for name in before if name.startswith("docs_src")
    }
    assert sys.meta_path == finders


def test_the_working_directory_is_put_back(tmp_path: Path) -> None:
    """Also where the example fails; the folder is removed with all that is in it."""
    before = Path.cwd()
    with pytest.raises(ValueError, match="cold"), apps.working_directory(None) as folder:
        assert Path.cwd() == folder
        Path("a/b").mkdir(parents=True)
        os.chdir("a")
        raise ValueError("cold")
    assert Path.cwd() == before
    assert not folder.exists()
