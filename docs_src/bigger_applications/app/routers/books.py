from fastapi import APIRouter, Depends, HTTPException

from ..dependencies import check_token

router = APIRouter(
    prefix="/books",
    tags=["books"],
    dependencies=[Depends(check_token)],
    responses={404: {"description": "The library has no such book"}},
)

books = {1: "The Ferryman's Almanac", 2: "Sand Martins", 3: "House Rules"}


@router.get("")
async def list_books() -> dict[int, str]:
    return books


@router.get("/{book_id}")
async def read_book(book_id: int) -> dict[str, int | str]:
    if book_id not in books:
        raise HTTPException(status_code=404, detail="There is no such book")
    return {"id": book_id, "title": books[book_id]}


@router.put(
    "/{book_id}",
    tags=["catalog"],
    responses={403: {"description": "This title is fixed"}},
)
async def rename_book(book_id: int, title: str) -> dict[str, int | str]:
    if book_id not in books:
        raise HTTPException(status_code=404, detail="There is no such book")
    if book_id == 3:
        raise HTTPException(status_code=403, detail="This title is fixed")
    books[book_id] = title
    return {"id": book_id, "title": title}
