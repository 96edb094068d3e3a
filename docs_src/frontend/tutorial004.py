from fastapi import APIRouter, FastAPI

app = FastAPI()
shop = APIRouter(prefix="/shop")


@shop.get("/breads")
async def list_breads() -> list[str]:
    return ["Rye loaf", "Spelt roll"]


shop.frontend("/", directory="site")

app.include_router(shop)
