from fastapi import FastAPI

app = FastAPI()

huts: dict[str, int] = {}


@app.on_event("startup")
async def load_huts() -> None:
    huts["Alpenrose"] = 12
    huts["Steinbock"] = 8


@app.get("/huts/{name}")
async def read_beds(name: str) -> int | None:
    return huts.get(name)
