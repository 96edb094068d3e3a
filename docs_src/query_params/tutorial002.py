from fastapi import FastAPI

app = FastAPI()


@app.get("/huts/{hut_id}")
async def read_hut(
    hut_id: int, guest: str | None = None
) -> dict[str, int | str]:
    if guest is None:
        return {"hut_id": hut_id}
    return {"hut_id": hut_id, "greeting": f"Good evening, {guest}"}
