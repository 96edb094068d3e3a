from fastapi import FastAPI, Form

app = FastAPI()


@app.post("/wishes", form_limits={"max_fields": 2, "max_part_size": 4096})
async def make_wish(
    title: str = Form(min_length=3),
    author: str | None = Form(default=None),
) -> dict[str, str | None]:
    return {"title": title, "author": author}
