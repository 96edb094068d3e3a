"""Names on pages: what does not exist is told, and what means something else has its exception."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from scripts.docsite import checks, tree
from scripts.docsite.model import Finding
from scripts.docsite.names import Command
from tests.support import Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]

TOP = "---\ndescription: A page made by a test.\n---\n\n# Page { #page }\n\n"
"""The text of a page starts in line 7."""
RELEASES = 'source: A test.\ntaken: 2026-01-01\nfastapi:\n  "0.115": [0, 1, 12]\n  "0.99": [0]\n'
COMMANDS = {
    "fastapi": Command(
        "fastapi",
        frozenset({"--version", "--help"}),
        {"dev": Command("dev", frozenset({"--port", "--reload", "-e", "--help"}))},
    ),
    "make": Command("make", None, {"test": Command("make test"), "check": Command("check")}),
}


def found(make_project: Make, text: str, exceptions: str = "") -> list[Finding]:
    """Return what is found on a page with the text."""
    files = {
        "docs/en/page.md": f"{TOP}{text}\n",
        "docs_src/huts/tutorial001.py": "class HTTPExceptionWithHut: ...\n",
        "data/releases.yml": RELEASES,
        "data/names.yml": f"exceptions:\n{exceptions}" if exceptions else None,
    }
    project = make_project(files)
    findings = checks.run(tree.survey(project.root), COMMANDS)
    return [finding for finding in findings if finding.code.startswith("K")]


def told(findings: list[Finding]) -> list[str]:
    """Return `line message → hint` of each."""
    return [f"{f.location.line} {f.message} → {f.hint}" for f in findings]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("`fastapi.Quary`", "there is no fastapi.Quary → did you mean fastapi.Query?"),
        (
            "`fastapi.security.OAuth2PasswordBearerr`",
            "there is no fastapi.security.OAuth2PasswordBearerr → "
            "did you mean fastapi.security.OAuth2PasswordBearer?",
        ),
        (
            "`starlette.midleware.Middleware`",
            "there is no starlette.midleware.Middleware → "
            "did you mean starlette.middleware.Middleware?",
        ),
        (
            "`pydantic.BaseModell()`",
            "there is no pydantic.BaseModell → did you mean pydantic.BaseModel?",
        ),
        ("`HTTPExeption`", "FastAPI has no HTTPExeption → did you mean HTTPException?"),
        ("`APIRoutr()`", "FastAPI has no APIRoutr → did you mean APIRouter?"),
        (
            "`HTTPException.detial`",
            "there is no fastapi.HTTPException.detial → did you mean fastapi.HTTPException.detail?",
        ),
        (
            "`from fastapi import Quary`",
            "there is no fastapi.Quary → did you mean fastapi.Query?",
        ),
        (
            "FastAPI 0.115.2 has it",
            "there is no FastAPI 0.115.2 in the list of 2026-01-01 → did you mean 0.115.12? "
            "Or a newer release belongs into data/releases.yml",
        ),
        (
            "Since `0.116.0`.",
            "there is no FastAPI 0.116.0 in the list of 2026-01-01 → mend the number; "
            "a newer release belongs into data/releases.yml",
        ),
        (
            "FastAPI\n0.98 has it",
            "there is no FastAPI 0.98 in the list of 2026-01-01 → mend the number; "
            "a newer release belongs into data/releases.yml",
        ),
        ("`fastapi dev --prot 1`", "`fastapi dev` has no option --prot → did you mean --port?"),
        ("`fastapi dve`", "`fastapi` has no command dve → did you mean `fastapi dev`?"),
        ("`make tset`", "`make` has no command tset → did you mean `make test`?"),
    ],
)
def test_what_does_not_exist_is_told(make_project: Make, text: str, message: str) -> None:
    """The finding says what is near, where something is."""
    findings = found(make_project, text)
    assert [line.partition(" ")[2] for line in told(findings)] == [message]
    assert findings[0].location.path == "docs/en/page.md"


@pytest.mark.parametrize(
    "text",
    [
        "`fastapi.Query`, `fastapi.Query(max_length=3)`, `fastapi.status.HTTP_200_OK`",
        "`starlette.middleware.Middleware`, `pydantic.BaseModel`, `fastapi.middleware.cors`",
        "`HTTPException`, `BackgroundTasks`, `UploadFile.filename`, `FastAPI.title`",
        "`HTTPExceptionWithHut`: an example has it. `RequestException` is another word.",
        "`Headers`, `Paths`, `Formula`: short, or of another package",
        "`fastapi.py`, `fastapi.tiangolo.com`, `fastapi`, `fastapi[standard]`",
        "FastAPI 0.99.0, 0.115.0. FastAPI 0.115, and `fastapi[standard]==0.115.12`",
        "127.0.0.1, `0.0.0.0`, 10.0.115.0, version 0.5, Uvicorn 0.116.7, `httpx==0.27.1`",
        "`fastapi dev main.py --port 8001 -e main:app`, `fastapi --version`, `make test check X=1`",
        "`make -j test`, `fastapi …`, `fastapi COMMAND`, `docs check`",
        "```console\n$ uv run fastapi dev && curl --data x http://127.0.0.1:8000\n```",
        "```console\n$ fastapi dev \\\n>     --port 8000 # --prot\nfastapi dev --prot\n```",
        "```python\nfrom fastapi import FastAPI, Query\nimport starlette.requests\n```",
    ],
)
def test_what_exists_is_not_told(make_project: Make, text: str) -> None:
    """Nor is what only looks like a name."""
    assert told(found(make_project, text)) == []


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("```console\n$ ls\n$ PORT=1 uv run -q fastapi dev --prot\n```", 9),
        ("```console\n$ fastapi dev \\\n>     --prot 8000\n```", 8),
        ("```bash\ncd x && python -m fastapi dev --prot\n```", 8),
        ('```dockerfile\nFROM x\nCMD ["fastapi", "dev", "--prot", "80"]\n```', 9),
        ("```python\nimport os\nfrom fastapi import Quary\n```", 9),
        ("```text\nfastapi[standard]==0.115.77\n```", 8),
    ],
)
def test_code_blocks_are_read_as_well(make_project: Make, block: str, line: int) -> None:
    """Commands, imports and pins: the finding has the line inside the block."""
    assert [f.location.line for f in found(make_project, block)] == [line]


EXCEPTION = '  - name: {}\n    at: ["{}"]\n    reason: A test.\n'


def test_an_exception_is_for_its_place(make_project: Make) -> None:
    """For a page or a section; elsewhere the name is told."""
    text = "`fastapi.Quary`\n\n## Old { #old }\n\n`fastapi.Quary`"
    assert len(found(make_project, text)) == 2
    assert found(make_project, text, EXCEPTION.format("fastapi.Quary", "page.md")) == []
    findings = found(make_project, text, EXCEPTION.format("fastapi.Quary", "page.md#old"))
    assert [finding.location.line for finding in findings] == [7]


@pytest.mark.parametrize(
    ("exceptions", "message"),
    [
        (EXCEPTION.format("X", "page.md"), "'X' does not stand in page.md"),
        (EXCEPTION.format("Text", "page.md#gone"), "'Text' does not stand in page.md#gone"),
        (EXCEPTION.format("Text", "gone.md"), "'Text' does not stand in gone.md"),
        ("  - name: X\n    at: [page.md]\n", "the exception is not complete"),
        ("  - name: X\n    at: []\n    reason: A test.\n", "the exception is not complete"),
        ("  - 3\n", "the exception is not complete"),
        ("  a: 3\n", "there is no list `exceptions`"),
    ],
)
def test_an_exception_that_is_of_no_use_is_told(
    make_project: Make, exceptions: str, message: str
) -> None:
    """With its line in the list."""
    (finding,) = found(make_project, "Text", exceptions)
    assert (finding.location.path, finding.message) == ("data/names.yml", message)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("fastapi: {}\n", 1),
        ('source: x\ntaken: x\nfastapi:\n  "0.1": 3\n', 4),
        ('source: x\ntaken: x\nfastapi:\n  "0.1": [3]\n  0.170: [3]\n', 5),
        ("3\n", 1),
    ],
)
def test_a_list_of_releases_that_is_none_is_told(make_project: Make, text: str, line: int) -> None:
    """The pages are not compared with it then."""
    project = make_project({"data/releases.yml": text})
    (finding,) = checks.run(tree.survey(project.root))
    assert (finding.code, str(finding.location)) == ("K000", f"data/releases.yml:{line}")
