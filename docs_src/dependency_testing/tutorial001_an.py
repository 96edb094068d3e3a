from typing import Annotated

from fastapi import Depends, FastAPI, Header, HTTPException
from fastapi.testclient import TestClient

app = FastAPI()


async def read_token(token: Annotated[str, Header(alias="X-Token")]) -> str:
    return token


async def get_member(token: Annotated[str, Depends(read_token)]) -> str:
    raise HTTPException(
        status_code=401, detail=f"The login service refuses {token}"
    )


@app.get("/members/me")
async def read_me(
    member: Annotated[str, Depends(get_member)],
) -> dict[str, str]:
    return {"member": member}


@app.get("/loans")
async def list_loans(
    member: Annotated[str, Depends(get_member)], limit: int = 10
) -> list[str]:
    return [f"Salt Roads, lent to {member}"][:limit]


async def get_test_member(name: str = "aiko") -> str:
    return name


app.dependency_overrides[get_member] = get_test_member

client = TestClient(app)


def test_read_me() -> None:
    response = client.get("/members/me")
    assert response.status_code == 200
    assert response.json() == {"member": "aiko"}


def test_list_loans() -> None:
    response = client.get("/loans?limit=5")
    assert response.json() == ["Salt Roads, lent to aiko"]


def test_another_member() -> None:
    response = client.get("/loans?name=jonas")
    assert response.json() == ["Salt Roads, lent to jonas"]
