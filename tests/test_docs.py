"""The command line, as its users meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from scripts.docs import app
from scripts.docsite.checks import RULES
from scripts.engine import preview
from scripts.engine.builds import driver
from scripts.engine.live import server as live_server
from tests.support import HOME, REPOSITORY, Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]
FAULTY = f"{HOME}\n## Section \n"


def docs(project: Project, *args: str) -> tuple[int, str, str]:
    """Run a command on the project; return its exit status and what it printed."""
    result = CliRunner().invoke(app, ["--root", str(project.root), *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_help_lists_every_command() -> None:
    """With what each does; there is nothing to see of the tests' own option."""
    result = CliRunner().invoke(app, ["--help"])
    assert result.exit_code == 0
    names = ["live", "serve", "build-lang", "build-all", "check", "fix", "new-lang", "langs-json"]
    for name in [*names, "generate-readme", "verify-readme", "examples"]:
        assert f" {name} " in result.stdout
    assert "--root" not in result.stdout
    assert "--install-completion" in result.stdout


def test_help_is_wrapped_by_the_terminal_alone() -> None:
    """However wide it is, and however a docstring is wrapped."""
    result = CliRunner().invoke(app, ["translations", "status", "--help"], env={"COLUMNS": "400"})
    assert any(
        line.lstrip().startswith("Oldest is") and line.rstrip().endswith("no day is known.")
        for line in result.stdout.splitlines()
    )


def test_check_is_quiet_about_a_sound_project(make_project: Make) -> None:
    """And exits with 0."""
    assert docs(make_project({}), "check") == (0, "nothing found\n", "")


def test_check_tells_what_is_wrong(make_project: Make) -> None:
    """In each form, with exit status 1; no colours where the output is no terminal."""
    project = make_project({"docs/en/index.md": FAULTY})
    before = project.files()
    status, out, _ = docs(project, "check")
    assert status == 1
    assert "docs/en/index.md:9 error P010 the heading has no id: 'Section'" in out
    assert out.endswith("2 errors in 1 file\n")
    assert "\x1b" not in out
    status, out, _ = docs(project, "check", "--format", "json")
    assert (status, [row["code"] for row in json.loads(out)]) == (1, ["P010", "W001"])
    status, out, _ = docs(project, "check", "--format", "github")
    assert status == 1
    assert out.startswith("::error file=docs/en/index.md,line=9,title=P010::")
    assert project.files() == before


def test_check_does_not_mind_the_locks_of_an_editor(make_project: Make) -> None:
    """They are links to nowhere, beside each file that somebody edits."""
    project = make_project({})
    places = ["docs/en/.#index.md", "docs_src/.#tutorial001.py", "data/messages/.#es.yml"]
    places += ["data/.#snapshot.yml", "data/schemas/.#snapshot.json", "data/glossary/.#es.yml"]
    for place in places:
        (project.root / place).parent.mkdir(parents=True, exist_ok=True)
        (project.root / place).symlink_to("mira@hut.1:2")
    assert docs(project, "check")[1] == "nothing found\n"


def test_a_warning_does_not_fail_the_check(make_project: Make) -> None:
    """It is told, and the exit status is 0."""
    project = make_project({"docs/es/index.md": "# Inicio { #home }\n\n## Más { #more }\n"})
    status, out, _ = docs(project, "check")
    assert (status, "warning T002" in out) == (0, True)


def test_check_lists_its_rules(make_project: Make) -> None:
    """Each code with its title and remedy, and the command that tells it where that is another."""
    status, out, _ = docs(make_project({}), "check", "--list")
    assert status == 0
    assert all(f"{rule.code}  {rule.title}" in out for rule in RULES.values())
    assert "\nD004  an entry is there twice\n      → keep one of them\n" in out
    assert "\nV001  a plain form is missing (docs examples variants --check)\n      → " in out


def test_fix_mends_and_tells(make_project: Make) -> None:
    """What was wrong is right afterwards; with --dry-run it is only told."""
    project = make_project({"docs/en/index.md": FAULTY})
    told = "docs/en/index.md:9: P010 '## Section \\n' → '## Section { #section }\\n'\n1 mend\n"
    dry = f"{told}nothing is written: it was a dry run\n"
    assert docs(project, "fix", "--dry-run") == (0, dry, "")
    assert project.read("docs/en/index.md") == FAULTY
    assert docs(project, "fix") == (0, told, "")
    assert docs(project, "check")[0] == 0
    assert docs(project, "fix") == (0, "nothing to mend\n", "")


def test_fix_tells_line_ends_once_a_file(make_project: Make) -> None:
    """A page saved on Windows is not listed line by line."""
    project = make_project({"docs/en/index.md": HOME.replace("\n", "\r\n")})
    out = docs(project, "fix")[1]
    assert out == "docs/en/index.md: W003 line ends mended in 7 lines\n7 mends\n"
    assert project.read("docs/en/index.md") == HOME


def test_new_lang_registers_a_language(make_project: Make) -> None:
    """The files are named, and the next step; a second time is an error without a traceback."""
    project = make_project({})
    status, out, _ = docs(project, "new-lang", "nl")
    assert status == 0
    assert out.splitlines()[:3] == [
        "written: data/languages.yml",
        "written: docs/nl/index.md",
        "written: data/messages/nl.yml",
    ]
    assert "docs live nl" in out
    assert json.loads(docs(project, "langs-json")[1]) == ["en", "es", "fa", "nl"]
    status, out, err = docs(project, "new-lang", "nl")
    assert (status, out) == (1, "")
    assert err.startswith("data/languages.yml:1: the language 'nl' is registered already\n  → ")


def test_the_readme_is_written_and_verified(make_project: Make) -> None:
    """An outdated introduction is a finding, until it is written."""
    marks = "<!-- introduction start -->\n<!-- introduction end -->\n"
    project = make_project({"README.md": f"# Name\n\n{marks}"})
    status, out, _ = docs(project, "verify-readme")
    assert (status, "error N004" in out) == (1, True)
    assert docs(project, "generate-readme") == (0, "README.md is written\n", "")
    assert docs(project, "generate-readme") == (0, "README.md is up to date\n", "")
    assert docs(project, "verify-readme")[0] == 0


def test_a_folder_without_a_project_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The project is looked for from the working directory upwards."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["langs-json"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        result.stderr
        == "there is no mkdocs.yml here or above\n  → change into the project's folder\n"
    )


def test_the_project_is_found_from_below(
    make_project: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commands work in any folder of it."""
    monkeypatch.chdir(make_project({}).root / "docs/en")
    result = CliRunner().invoke(app, ["langs-json"])
    assert json.loads(result.stdout) == ["en", "es", "fa"]


def completed(words: str) -> list[str]:
    """Return what a shell offers for the last of the words."""
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    result = CliRunner().invoke(
        app, prog_name="docs", env={"_DOCS_COMPLETE": "complete_bash", **asked}
    )
    return result.stdout.split()


def test_a_shell_completes_languages(make_project: Make, tmp_path: Path) -> None:
    """Those of the project; outside of one there are none, and no error."""
    project = make_project({})
    assert completed(f"docs --root {project.root} live e") == ["en", "es"]
    assert completed(f"docs --root {tmp_path} build-lang e") == []
    assert "check" in completed("docs c")


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    """Put notes in the place of the engine, which has its own tests; return them."""
    notes: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []

    def build(*args: Any, progress: Callable[[driver.Progress], None], **options: Any) -> Any:
        notes.append(("build", args, options))
        for done in range(3):
            progress(driver.Progress("en", done, 2))
        result = driver.LanguageResult("en", 1.0, 2, ("a.md: odd",))
        return driver.BuildReport((result,), 1.25)

    monkeypatch.setattr(driver, "build", build)
    for name in ("live", "serve"):

        def note(*args: Any, name: str = name, **options: Any) -> None:
            options.pop("begun", lambda: None)()
            notes.append((name, args, options))

        monkeypatch.setattr(live_server if name == "live" else preview, name, note)
    return notes


@pytest.mark.parametrize(
    ("args", "codes", "options"),
    [
        (
            ["build-all"],
            None,
            {"jobs": None, "strict": False, "use_cache": True, "ahead": None},
        ),
        (
            ["build-all", "--jobs", "3", "--strict", "--no-cache"],
            None,
            {"jobs": 3, "strict": True, "use_cache": False, "ahead": None},
        ),
        (["build-lang", "es"], ["es"], {"strict": False, "use_cache": True}),
    ],
)
def test_builds_are_started_and_told(
    make_project: Make,
    called: list[Any],
    args: list[str],
    codes: list[str] | None,
    options: dict[str, Any],
) -> None:
    """The result is printed; progress and warnings are no part of it."""
    project = make_project({})
    status, out, err = docs(project, *args)
    assert (status, out) == (0, "2 pages in 1 language, 1.2 s\n")
    assert "en: a.md: odd\n" in err
    assert called == [("build", (project.root, codes), options)]


def test_previews_listen_on_this_machine_alone(
    make_project: Make, called: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Live preview is of English by default, and shows line numbers."""
    monkeypatch.setenv("LINENUMS", "")  # remembered, to be put back after the command
    monkeypatch.delenv("LINENUMS")
    project = make_project({})
    assert docs(project, "live")[0] == docs(project, "live", "es", "--port", "9000")[0] == 0
    assert os.environ["LINENUMS"] == "true"
    status, out, _ = docs(project, "serve")
    assert (status, "http://127.0.0.1:8008/" in out) == (0, True)
    assert called == [
        ("live", (project.root, "en"), {"host": "127.0.0.1", "port": 8008}),
        ("live", (project.root, "es"), {"host": "127.0.0.1", "port": 9000}),
        ("serve", (project.root,), {"host": "127.0.0.1", "port": 8008}),
    ]


EXAMPLE: Mapping[str, str] = {
    "docs_src/huts/tutorial001_an.py": (
        "from typing import Annotated\n\nfrom fastapi import FastAPI, Query\n\n"
        "app = FastAPI()\n\n\n"
        '@app.get("/huts")\ndef read_huts(limit: Annotated[int, Query(le=9)] = 3) -> int:\n'
        "    return limit\n"
    ),
    "docs/en/huts.md": (
        "---\ndescription: D\n---\n\n# Huts { #huts }\n\n"
        "{* ../../docs_src/huts/tutorial001_an.py *}\n\n"
        '```http example="huts/tutorial001_an.py"\nGET /huts\n\n200\n4\n```\n'
    ),
}


def test_examples_are_started_and_listed(make_project: Make) -> None:
    """A new example comes with its test, and is unused until a page shows it."""
    project = make_project(EXAMPLE)
    status, out, _ = docs(project, "examples", "new", "huts", "--annotated")
    assert status == 0
    assert out == (
        "written: docs_src/huts/tutorial002_an.py\n"
        "written: tests/docs_src/huts/test_tutorial002.py\n"
    )
    assert docs(project, "examples", "unused") == (0, "docs_src/huts/tutorial002_an.py\n", "")
    status, out, _ = docs(project, "examples", "list")
    rows = [line.split() for line in out.splitlines()]
    assert ["docs_src/huts/tutorial001_an.py", "Annotated", "2", "0", "–"] in rows
    assert docs(project, "examples", "new", "no-name")[0] == 1


def test_plain_forms_are_written(make_project: Make) -> None:
    """With --check a form that is missing is only told."""
    project = make_project(EXAMPLE)
    status, out, _ = docs(project, "examples", "variants", "--check")
    assert (status, "docs_src/huts/tutorial001.py" in out) == (1, True)
    assert "docs_src/huts/tutorial001.py" not in project.files()
    status, out, _ = docs(project, "examples", "variants")
    assert status == 0
    assert out.startswith(
        "written: docs_src/huts/tutorial001.py, from docs_src/huts/tutorial001_an"
    )
    assert docs(project, "examples", "variants", "--check") == (0, "nothing found\n", "")


def test_what_can_not_be_derived_or_run_is_told(make_project: Make) -> None:
    """As findings, with exit status 1, whatever else could be written."""
    broken = {
        "docs_src/huts/tutorial002_an.py": "def (:\n",
        "docs/en/huts.md": EXAMPLE["docs/en/huts.md"].replace("GET /huts", "GET"),
    }
    project = make_project({**EXAMPLE, **broken})
    status, out, _ = docs(project, "examples", "variants")
    assert (status, "error V003" in out) == (1, True)
    assert "docs_src/huts/tutorial001.py" in project.files()
    status, out, _ = docs(project, "examples", "update", "huts.md")
    assert (status, "docs/en/huts.md:10 error X004" in out) == (1, True)


def test_shown_outputs_are_made_again(make_project: Make) -> None:
    """The diff is printed; with --check nothing is written, and the exit status is 1."""
    project = make_project(EXAMPLE)
    status, out, _ = docs(project, "examples", "update", "--check")
    assert (status, "-4\n+3\n" in out) == (1, True)
    assert project.read("docs/en/huts.md") == EXAMPLE["docs/en/huts.md"]
    status, out, _ = docs(project, "examples", "update", "huts.md")
    assert (status, "-4\n+3\n" in out) == (0, True)
    assert docs(project, "examples", "update", "--check") == (0, "", "")
    assert docs(project, "examples", "update", "gone.md")[0] == 1


@pytest.mark.parametrize("command", [["scripts/docs.py"], ["-m", "scripts.docs"]])
def test_it_runs_as_a_program(command: list[str]) -> None:
    """From the project's root, installed or as a file."""
    result = subprocess.run(
        [sys.executable, *command, "langs-json"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads(result.stdout)[0] == "en"


def test_commands_import_what_they_need_alone() -> None:
    """What reads and checks the examples takes longer to import than most commands run."""
    code = "import sys; from scripts.docs import app; app(['langs-json'], standalone_mode=False)"
    heavy = "{'libcst', 'jsonschema', 'mkdocs', 'fastapi'}"
    result = subprocess.run(
        [sys.executable, "-c", f"{code}; print(sorted({heavy} & sys.modules.keys()))"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout.splitlines()[1:]) == (0, ["[]"]), result.stderr


def test_a_command_that_is_not_known_is_told(make_project: Make) -> None:
    """With those whose names are near."""
    code, _, errors = docs(make_project({}), "langs-jsn")
    assert code == 2
    assert "langs-json" in errors
