from fastapi import Depends, FastAPI

from .dependencies import check_branch, check_token
from .internal import admin
from .routers import books, members

app = FastAPI(dependencies=[Depends(check_branch)])

app.include_router(members.router)
app.include_router(books.router)
app.include_router(
    admin.router,
    prefix="/admin",
    tags=["admin"],
    dependencies=[Depends(check_token)],
    responses={409: {"description": "The shelves are being counted already"}},
)


@app.get("/")
async def read_index() -> dict[str, str]:
    return {"message": "Welcome to Harbor Library"}
