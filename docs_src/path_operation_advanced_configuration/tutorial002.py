from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute


def use_function_name(route: APIRoute) -> str:
    return route.name


app = FastAPI(generate_unique_id_function=use_function_name)
router = APIRouter(prefix="/orders")


@app.get("/breads")
async def list_breads() -> list[str]:
    return ["rye", "spelt"]


@router.get("/")
async def list_orders() -> list[str]:
    return ["2 rye for mira"]


app.include_router(router)
