from collections.abc import Iterator
from typing import Annotated

import pytest
from fastapi import Depends, FastAPI, Header, HTTPException
from fastapi.testclient import TestClient

app = FastAPI()


async def read_token(token: Annotated[str, Header(alias="X-Token")]) -> str:
    return token


async def get_member(token: Annotated[str, Depends(read_token)]) -> str:
    raise HTTPException(
        status_code=401, detail=f"The login service refuses {token}"
    )


@app.get("/loans")
async def list_loans(
    member: Annotated[str, Depends(get_member)], limit: int = 10
) -> list[str]:
    return [f"Salt Roads, lent to {member}"][:limit]


@pytest.fixture
def client() -> Iterator[TestClient]:
    app.dependency_overrides[get_member] = lambda: "aiko"
    yield TestClient(app)
    app.dependency_overrides = {}


def test_with_override(client: TestClient) -> None:
    response = client.get("/loans")
    assert response.json() == ["Salt Roads, lent to aiko"]


def test_without_override() -> None:
    response = TestClient(app).get("/loans", headers={"X-Token": "mast"})
    assert response.status_code == 401
