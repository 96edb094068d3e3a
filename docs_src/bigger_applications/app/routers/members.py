from fastapi import APIRouter

router = APIRouter()


@router.get("/members", tags=["members"])
async def list_members() -> list[dict[str, str]]:
    return [{"name": "mira"}, {"name": "jonas"}]


@router.get("/members/me", tags=["members"])
async def read_own_membership() -> dict[str, str]:
    return {"name": "whoever is asking"}


@router.get("/members/{name}", tags=["members"])
async def read_member(name: str) -> dict[str, str]:
    return {"name": name}
