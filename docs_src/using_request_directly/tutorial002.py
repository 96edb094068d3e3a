from fastapi import FastAPI, Request

app = FastAPI()


@app.get("/huts")
async def search_huts(
    request: Request, limit: int = 10
) -> dict[str, int | dict[str, str]]:
    wishes = dict(request.query_params)
    wishes.pop("limit", None)
    return {"limit": limit, "wishes": wishes}
