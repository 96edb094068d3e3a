from fastapi import FastAPI, Header

app = FastAPI()


@app.get("/stations")
async def list_stations(
    user_agent: str | None = Header(default=None),
) -> dict[str, str | None]:
    return {"user_agent": user_agent}
