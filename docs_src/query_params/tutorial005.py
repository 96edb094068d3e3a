from fastapi import FastAPI

app = FastAPI()


@app.get("/huts/{hut_id}/beds")
async def read_free_beds(hut_id: int, arrival: str) -> dict[str, int | str]:
    return {"hut_id": hut_id, "arrival": arrival, "free_beds": 7}
