"""Starting a new example, with its test, from a template."""

from __future__ import annotations

import keyword
import re
import sys
from pathlib import Path

from scripts.docsite import writing
from scripts.docsite.errors import DocsError
from scripts.docsite.examples.catalogue import ANNOTATED, SOURCES
from scripts.docsite.examples.usage import TESTS

_NAME = re.compile(r"^[a-z][a-z0-9_]*$")
_NUMBERED = re.compile(r"^(?:test_)?tutorial(?P<number>\d{3,})")

_APP = """\
from fastapi import FastAPI

app = FastAPI()


@app.get("/huts/{hut_id}")
async def read_hut(hut_id: int) -> dict[str, int]:
    return {"hut_id": hut_id}
"""
_ANNOTATED_APP = """\
from typing import Annotated

from fastapi import FastAPI, Path

app = FastAPI()


@app.get("/huts/{hut_id}")
async def read_hut(hut_id: Annotated[int, Path(ge=1)]) -> dict[str, int]:
    return {"hut_id": hut_id}
"""
_TEST = '''\
"""What the example {base} answers."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "{base}"


def test_hut_is_read(client: TestClient) -> None:
    """The number of the hut comes back."""
    response = client.get("/huts/3")
    assert (response.status_code, response.json()) == (200, {{"hut_id": 3}})


def test_what_is_no_number_is_refused(client: TestClient) -> None:
    """The error names the place and the kind of the mistake."""
    response = client.get("/huts/birkenhof")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("int_parsing", ["path", "hut_id"])


def test_hut_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI lists the operation."""
    assert list(schema["paths"]) == ["/huts/{{hut_id}}"]
'''


def new(root: Path, topic: str, name: str = "", *, annotated: bool = False) -> tuple[str, ...]:
    """Write an example of the topic and its test; return their paths from the root.

    Without a `name` it is the topic's next `tutorialNNN`. With `annotated` it is the
    `Annotated` form, from which the plain one is derived. Raises `DocsError` where topic or
    name can't be used, where a file would be overwritten, and where one can't be written: then
    neither is there.
    """
    _check_name(topic, "topic")
    name = name or f"tutorial{_next_number(root, topic):03}"
    _check_name(name, "example")
    example = f"{SOURCES}/{topic}/{name}{ANNOTATED if annotated else ''}.py"
    test = f"{TESTS}/{topic}/test_{name}.py"
    for path in (example, test):
        if (root / path).exists():
            raise DocsError(f"{path} exists", hint="remove it first, or choose another name")
    texts = {
        example: _ANNOTATED_APP if annotated else _APP,
        test: _TEST.format(base=f"{topic}/{name}"),
    }
    writing.write_all(root, {path: text.encode() for path, text in texts.items()})
    return (example, test)


def _check_name(name: str, what: str) -> None:
    if not _NAME.match(name):
        raise DocsError(
            f"{name!r} can't be the name of the {what}",
            hint="write small letters, digits and underscores, as in path_params",
        )
    if name in sys.stdlib_module_names or keyword.iskeyword(name):
        raise DocsError(
            f"the {what} {name!r} would hide what Python means by that name",
            hint=f"call it {name}_",
        )


def _next_number(root: Path, topic: str) -> int:
    folders = (root / SOURCES / topic, root / TESTS / topic)
    names = [entry.name for folder in folders if folder.is_dir() for entry in folder.iterdir()]
    used = [int(match["number"]) for name in names if (match := _NUMBERED.match(name))]
    return max(used, default=0) + 1
