from fastapi import APIRouter

router = APIRouter()


@router.post("")
async def start_stocktaking() -> dict[str, str]:
    return {"message": "The shelves are being counted"}
