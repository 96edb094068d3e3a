from fastapi import FastAPI, Header

app = FastAPI()


@app.get("/stations")
async def list_stations(
    station_key: str | None = Header(default=None, convert_underscores=False),
) -> dict[str, str | None]:
    return {"station_key": station_key}
