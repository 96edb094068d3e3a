from typing import Annotated

from fastapi import FastAPI, Form

app = FastAPI()


@app.post("/wishes", form_limits={"max_fields": 2, "max_part_size": 4096})
async def make_wish(
    title: Annotated[str, Form(min_length=3)],
    author: Annotated[str | None, Form()] = None,
) -> dict[str, str | None]:
    return {"title": title, "author": author}
