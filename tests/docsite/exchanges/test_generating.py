"""Generated requests find what is wrong with an app, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.docsite.exchanges.apps import ExampleFile
from scripts.docsite.exchanges.exceptions import KnownFailure
from scripts.docsite.model import Location
from tests.docsite.exchanges.support import write
from tests.truth import generating

NAME = "huts/tutorial001_an.py"
HEAD = """\
import os, socket, time
from typing import Annotated
from fastapi import Body, Cookie, FastAPI, File, Form, Header, Response
from pydantic import BaseModel

app = FastAPI()

"""
GOOD = (
    HEAD
    + """
class Hut(BaseModel):
    name: str
    beds: int = 4

@app.post("/huts/{number}")
async def put(number: int, hut: Hut, q: str = "", x_guide: Annotated[str, Header()] = "") -> Hut:
    return hut

@app.post("/form")
def form(name: Annotated[str, Form()], photo: Annotated[bytes, File()]) -> dict[str, int]:
    return {name: len(photo)}

@app.get("/me/{path:path}")
def me(path: str, session: Annotated[str | None, Cookie()] = None) -> str:
    return path
"""
)


def failures(
    root: Path, source: str, plain: str | None = None, *, limit: float = 10.0
) -> dict[tuple[str, str], str]:
    """Return the messages of what generated requests find, by operation and check."""
    write(root, {NAME: source} | ({NAME.replace("_an", ""): plain} if plain else {}))
    found = generating.failures(ExampleFile(root, NAME), "app", 3, limit=limit)
    return {key: failure.message for key, failure in found.items()}


def operation(body: str, result: str = "int") -> str:
    """Return an app with one operation."""
    return f'{HEAD}@app.get("/huts/{{number}}")\ndef read(number: int) -> {result}:\n    {body}\n'


def test_a_good_app_has_no_failures(tmp_path: Path) -> None:
    """Paths, queries, headers, cookies, bodies and forms of every kind."""
    assert failures(tmp_path, GOOD, GOOD) == {}


@pytest.mark.parametrize(
    ("body", "result", "check", "told"),
    [
        ("return 1 // 0", "int", "not_a_server_error", "ZeroDivisionError"),
        ("return Response(status_code=503)", "int", "not_a_server_error", "503 Server error"),
        ("return 'x'", "int", "not_a_server_error", "ResponseValidationError"),
        (
            "return Response('\"x\"', media_type='application/json')",
            "int",
            "response_schema_conformance",
            "is not of type",
        ),
        (
            "return Response('1', media_type='text/plain')",
            "int",
            "content_type_conformance",
            "plain",
        ),
        ("socket.create_connection(('127.0.0.1', 9))", "int", "guards", "network connection"),
        ("open('/tmp/x-of-a-test', 'w')", "int", "guards", "writes outside"),
    ],
)
def test_what_is_wrong_with_an_operation_is_told(
    tmp_path: Path, body: str, result: str, check: str, told: str
) -> None:
    """With the file, the operation and the command that repeats it."""
    found = failures(tmp_path, operation(body, result))
    message = found["GET /huts/{number}", check]
    assert told in message
    assert message.startswith(f"docs_src/{NAME}: ")
    assert "curl -X GET http://127.0.0.1:8000/huts/" in message


def test_the_command_that_repeats_a_request_holds_its_body(tmp_path: Path) -> None:
    """As JSON, with its braces."""
    source = HEAD + (
        "class Hut(BaseModel):\n    name: str\n\n"
        "@app.post('/huts')\ndef put(hut: Hut) -> int:\n    return 1 // 0\n"
    )
    message = failures(tmp_path, source)["POST /huts", "not_a_server_error"]
    assert """-d '{"name": """ in message


@pytest.mark.parametrize(
    ("body", "told"),
    [("exit()", "calls exit()"), ("time.sleep(8)", "no response comes")],
)
def test_an_app_that_ends_or_hangs_is_told(tmp_path: Path, body: str, told: str) -> None:
    """The run goes on with the next app."""
    found = failures(tmp_path, operation(body), limit=0.5 if "sleep" in body else 10.0)
    assert told in found["*", "guards"]
    assert failures(tmp_path, GOOD) == {}


def test_an_app_that_cannot_be_imported_is_told(tmp_path: Path) -> None:
    """Under a check of its own, because some examples show just that."""
    assert "ValueError" in failures(tmp_path, "raise ValueError('cold')")["*", "import"]


def test_a_schema_that_is_not_valid_is_told(tmp_path: Path) -> None:
    """With its place in the schema."""
    source = operation("return 1") + "app.openapi = lambda: {'openapi': '3.1.0', 'paths': {}}\n"
    assert "openapi_spec_validator" in {check for _, check in failures(tmp_path, source)}


def test_an_app_behind_a_middleware_is_asked_for_its_schema_itself(tmp_path: Path) -> None:
    """Where the address of the schema answers with a redirect or a refusal."""
    source = operation("return 1 // 0") + (
        "from fastapi.middleware.trustedhost import TrustedHostMiddleware\n"
        "app.add_middleware(TrustedHostMiddleware, allowed_hosts=['guide.example'])\n"
    )
    assert failures(tmp_path, source) == {}


def test_every_form_of_an_example_gets_the_requests(tmp_path: Path) -> None:
    """A fault in the second form is found, and a schema that differs."""
    plain = operation("return 1 // 0")
    (key,) = failures(tmp_path, operation("return 1"), plain)
    assert key == ("GET /huts/{number}", "not_a_server_error")
    other = operation("return 1").replace("number", "hut")
    assert (
        "has another OpenAPI schema"
        in failures(tmp_path, operation("return 1"), other)["*", "import"]
    )


def test_the_same_requests_come_at_every_run() -> None:
    """The seed decides, not what was generated before."""
    schema = {
        "openapi": "3.1.0",
        "info": {"title": "Huts", "version": "1"},
        "paths": {
            "/huts": {
                "get": {
                    "parameters": [
                        {"name": "q", "in": "query", "schema": {"type": "string"}},
                        {"name": "n", "in": "query", "schema": {"type": "integer"}},
                    ],
                    "responses": {"200": {"description": "yes"}},
                }
            }
        },
    }
    first = [case.as_curl_command() for case in generating.cases(schema, 6)]
    assert [case.as_curl_command() for case in generating.cases(schema, 6)] == first
    assert len(first) == 12 and len(set(first)) > 6


def test_an_operation_that_takes_everything_gets_valid_requests_alone() -> None:
    """The search for invalid ones is given up soon."""
    path = {"name": "q", "in": "path", "required": True, "schema": {"type": "string"}}
    operation = {"parameters": [path], "responses": {"200": {"description": "yes"}}}
    schema = {
        "openapi": "3.1.0",
        "info": {"title": "Huts", "version": "1"},
        "paths": {"/huts/{q}": {"get": operation}},
    }
    assert len(list(generating.cases(schema, 4))) == 4


def test_known_failures_are_no_findings_and_gone_ones_are() -> None:
    """An exception in the list silences one check of one operation, as long as it occurs."""
    file = ExampleFile(Path(), "huts/a.py")
    failed = generating.Failure("GET /a", "not_a_server_error", "500")
    found = {("GET /a", "not_a_server_error"): failed}
    at = Location("data/generated_requests.yml", 4)

    def known(operation: str, example: str = "huts/a.py") -> KnownFailure:
        return KnownFailure(example, operation, "not_a_server_error", "why", at)

    (told,) = generating.judged(file, found, ())
    assert str(told).startswith("docs_src/huts/a.py:1: generated:not_a_server_error GET /a: 500")
    assert generating.judged(file, found, (known("GET /a"),)) == []
    assert len(generating.judged(file, found, (known("GET /a", "huts/b.py"),))) == 1
    (gone,) = generating.judged(file, found, (known("GET /a"), known("GET /b")))
    assert str(gone).startswith("data/generated_requests.yml:4: generated:gone")


def test_the_number_of_requests_can_be_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment variable makes the run longer."""
    assert generating.count() == generating.USUAL
    monkeypatch.setenv(generating.EXAMPLES_VARIABLE, "50")
    assert generating.count() == 50
