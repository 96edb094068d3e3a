from fastapi import FastAPI, HTTPException

app = FastAPI()

beds = {"alpenrose": 24, "birkenhof": 40}


@app.get("/huts/{name}")
async def read_hut(name: str) -> dict[str, str | int]:
    if name not in beds:
        raise HTTPException(status_code=404, detail="No hut of this name")
    return {"name": name, "beds": beds[name]}
