"""An app in several files, joined by routers."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "bigger_applications/app"
MODULE = "main"

TOKEN = {"X-Token": "lighthouse"}


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/", {"message": "Welcome to Harbor Library"}),
        ("/members", [{"name": "mira"}, {"name": "jonas"}]),
        ("/members/me", {"name": "whoever is asking"}),
        ("/members/aiko", {"name": "aiko"}),
    ],
)
def test_open_paths(client: TestClient, path: str, answer: Any) -> None:
    """They need nothing but a branch."""
    assert client.get(path, params={"branch": "hill"}).json() == answer


@pytest.mark.parametrize("path", ["/", "/members", "/books", "/books/1"])
def test_every_path_needs_a_branch(client: TestClient, path: str) -> None:
    """The dependency of the app runs for all routers."""
    missing = client.get(path, headers=TOKEN)
    assert missing.status_code == 422
    (error,) = missing.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["query", "branch"])
    unknown = client.get(path, params={"branch": "moon"}, headers=TOKEN)
    assert unknown.status_code == 400
    assert unknown.json() == {"detail": "There is no such branch"}


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/books"), ("GET", "/books/1"), ("POST", "/admin")]
)
def test_books_and_admin_need_a_token(client: TestClient, method: str, path: str) -> None:
    """One router asks for it by itself, the other where it is included."""
    missing = client.request(method, path, params={"branch": "hill"})
    assert missing.status_code == 422
    (error,) = missing.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["header", "x-token"])
    wrong = client.request(method, path, params={"branch": "hill"}, headers={"X-Token": "x"})
    assert wrong.status_code == 400
    assert wrong.json() == {"detail": "This token is not valid"}


def test_documentation_needs_nothing(client: TestClient) -> None:
    """The dependencies of the app are not those of its own documentation."""
    assert client.get("/docs").status_code == 200


def test_books(client: TestClient) -> None:
    """They can be listed, read and renamed."""
    client.headers.update(TOKEN)
    assert client.get("/books?branch=harbor").json()["2"] == "Sand Martins"
    assert client.put("/books/2?branch=harbor&title=Swifts").json() == {"id": 2, "title": "Swifts"}
    assert client.get("/books/2?branch=harbor").json() == {"id": 2, "title": "Swifts"}


@pytest.mark.parametrize(
    ("method", "book", "status", "detail"),
    [
        ("GET", 9, 404, "There is no such book"),
        ("PUT", 9, 404, "There is no such book"),
        ("PUT", 3, 403, "This title is fixed"),
    ],
)
def test_books_that_cannot_be_had(
    client: TestClient, method: str, book: int, status: int, detail: str
) -> None:
    """The errors that the documentation names."""
    params = {"branch": "harbor", "title": "Swifts"}
    response = client.request(method, f"/books/{book}", params=params, headers=TOKEN)
    assert response.status_code == status
    assert response.json() == {"detail": detail}


def test_admin(client: TestClient) -> None:
    """The path is the prefix alone."""
    response = client.post("/admin?branch=hill", headers=TOKEN)
    assert response.json() == {"message": "The shelves are being counted"}


def test_what_is_said_once_is_documented_everywhere(schema: dict[str, Any]) -> None:
    """Tags and responses of router, inclusion and operation are joined."""
    rename = schema["paths"]["/books/{book_id}"]["put"]
    assert rename["tags"] == ["books", "catalog"]
    assert set(rename["responses"]) == {"200", "403", "404", "422"}
    admin = schema["paths"]["/admin"]["post"]
    assert admin["tags"] == ["admin"]
    assert set(admin["responses"]) == {"200", "409", "422"}


def test_a_router_may_be_included_again(app: FastAPI) -> None:
    """Under another prefix its paths answer a second time."""
    included = APIRouter()

    @included.get("/late")
    async def late() -> str:
        return "here"

    app.include_router(included, prefix="/v1")
    app.include_router(included, prefix="/v2")
    client = TestClient(app)
    for prefix in ("v1", "v2"):
        assert client.get(f"/{prefix}/late?branch=hill").json() == "here"


def test_inclusion_is_live(app: FastAPI) -> None:
    """A path that is added to a router after it was included is found all the same."""
    included = APIRouter()
    app.include_router(included)

    @included.get("/late")
    async def late() -> str:
        return "here"

    client = TestClient(app)
    assert client.get("/late?branch=hill").json() == "here"
    assert "/late" in client.get("/openapi.json").json()["paths"]


def test_prefixes_are_checked() -> None:
    """They begin with a slash and do not end with one; prefix and path are not both empty."""
    with pytest.raises(AssertionError, match="must not end with '/'"):
        APIRouter(prefix="/books/")
    with pytest.raises(AssertionError, match="must start with '/'"):
        APIRouter(prefix="books")
