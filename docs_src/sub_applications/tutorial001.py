from fastapi import FastAPI

app = FastAPI(title="Trailhead")


@app.get("/huts")
async def list_huts() -> list[str]:
    return ["Alpenrose", "Birkenhof", "Steinbock"]


weather = FastAPI(title="Weather stations")


@weather.get("/readings")
async def list_readings() -> dict[str, int]:
    return {"Steinbock": -3, "Wildsee": 4}


app.mount("/weather", weather)
