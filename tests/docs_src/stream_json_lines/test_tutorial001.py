"""Books, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import AsyncIterable
from types import ModuleType
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.exceptions import ResponseValidationError
from fastapi.testclient import TestClient

EXAMPLE = "stream_json_lines/tutorial001"

BOOKS = [
    {"title": "Sand Martins", "shelf": "B4"},
    {"title": "House Rules", "shelf": None},
    {"title": "Tides", "shelf": "A1"},
]
ANNOTATED = ["/books/stream", "/books/stream-no-async"]
PLAIN = ["/books/stream-no-annotation", "/books/stream-no-async-no-annotation"]


@pytest.mark.parametrize("path", ANNOTATED + PLAIN)
def test_each_line_is_an_object(client: TestClient, path: str) -> None:
    """All forms send the same objects, under the same type."""
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/jsonl"
    assert response.text.endswith("\n")
    assert [json.loads(line) for line in response.text.splitlines()] == BOOKS


@pytest.mark.parametrize("path", ANNOTATED)
def test_with_annotation_the_json_is_compact(client: TestClient, path: str) -> None:
    """Pydantic writes it, without blanks."""
    first = client.get(path).text.splitlines()[0]
    assert first == '{"title":"Sand Martins","shelf":"B4"}'


@pytest.mark.parametrize("path", PLAIN)
def test_without_annotation_python_writes_it(client: TestClient, path: str) -> None:
    """There are blanks behind the separators."""
    first = client.get(path).text.splitlines()[0]
    assert first == '{"title": "Sand Martins", "shelf": "B4"}'


def test_the_annotation_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI knows what an item looks like, or that it may be anything."""
    content = {
        path: item["get"]["responses"]["200"]["content"]["application/jsonl"]
        for path, item in schema["paths"].items()
    }
    book = {"itemSchema": {"$ref": "#/components/schemas/Book"}}
    assert content == dict.fromkeys(ANNOTATED, book) | {path: {"itemSchema": {}} for path in PLAIN}


def test_items_are_filtered_and_checked(app: FastAPI, module: ModuleType) -> None:
    """What the type does not have is left out; what does not fit breaks the stream off."""

    class Loan(module.Book):  # type: ignore[name-defined, misc]
        borrower: str

    async def loans() -> AsyncIterable[Any]:
        yield Loan(title="Tides", borrower="mira")

    async def broken() -> AsyncIterable[Any]:
        yield {"shelf": "A1"}

    for function in (loans, broken):
        function.__annotations__["return"] = AsyncIterable[module.Book]
        app.get(f"/{function.__name__}")(function)
    assert TestClient(app).get("/loans").json() == {"title": "Tides", "shelf": None}
    with pytest.raises(ResponseValidationError, match="Field required"):
        TestClient(app).get("/broken")


def test_a_line_end_in_the_data_is_escaped(app: FastAPI) -> None:
    """So a line is always one item."""

    @app.get("/rhyme")
    async def rhyme() -> AsyncIterable[str]:
        yield "tides\nrides"

    assert TestClient(app).get("/rhyme").text == '"tides\\nrides"\n'
