from collections.abc import Iterator

from fastapi import BackgroundTasks, Depends, FastAPI

app = FastAPI()

diary: list[str] = []


def open_register() -> Iterator[str]:
    diary.append("register opened")
    try:
        yield "mira"
    finally:
        diary.append("register closed")


@app.get("/members/me")
def read_me(
    tasks: BackgroundTasks,
    member: str = Depends(open_register, scope="function"),
) -> dict[str, str]:
    tasks.add_task(diary.append, "background task done")
    diary.append("operation done")
    return {"member": member}


@app.get("/members/me/loans")
def list_my_loans(
    tasks: BackgroundTasks,
    member: str = Depends(open_register),
) -> dict[str, list[str]]:
    tasks.add_task(diary.append, "background task done")
    diary.append("operation done")
    return {member: ["Salt Roads"]}


@app.get("/diary")
async def read_diary() -> list[str]:
    return diary
