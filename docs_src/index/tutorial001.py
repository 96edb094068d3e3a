from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def read_index() -> dict[str, str]:
    return {"message": "Welcome to Trailhead"}


@app.get("/huts/{hut_id}")
def read_hut(
    hut_id: int, season: str | None = None
) -> dict[str, int | str | None]:
    return {"hut_id": hut_id, "season": season}
