from fastapi import FastAPI, Header

app = FastAPI()


@app.get("/stations")
async def list_stations(
    x_token: list[str] | None = Header(default=None),
) -> dict[str, list[str] | None]:
    return {"x_token": x_token}
