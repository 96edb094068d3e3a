from fastapi import FastAPI

app = FastAPI()


@app.get("/huts/{hut_id}")
async def read_hut(
    hut_id: int, guest: str | None = None, short: bool = False
) -> dict[str, int | str]:
    hut: dict[str, int | str] = {"hut_id": hut_id}
    if guest is not None:
        hut["greeting"] = f"Good evening, {guest}"
    if not short:
        hut["notice"] = "Bring a sleeping bag. Boots stay in the hall."
    return hut
