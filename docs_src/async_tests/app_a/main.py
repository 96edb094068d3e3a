from fastapi import FastAPI

app = FastAPI()

huts = {"Alpenrose": 12, "Steinbock": 8}


async def count_beds() -> int:
    return sum(huts.values())


@app.post("/huts/{name}")
async def add_hut(name: str, beds: int) -> dict[str, int]:
    huts[name] = beds
    return huts
