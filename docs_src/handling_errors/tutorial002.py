from fastapi import FastAPI, HTTPException

app = FastAPI()

beds = {"alpenrose": 24, "birkenhof": 40}


@app.get("/huts/{name}")
async def read_hut(name: str) -> dict[str, str | int]:
    if name not in beds:
        raise HTTPException(
            status_code=404,
            detail={"problem": "No hut of this name", "known": list(beds)},
            headers={"X-Known-Huts": str(len(beds))},
        )
    return {"name": name, "beds": beds[name]}
