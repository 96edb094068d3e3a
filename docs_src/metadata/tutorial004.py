from typing import Any

from fastapi import FastAPI

tags_metadata: list[dict[str, Any]] = [
    {
        "name": "hikers",
        "description": "The people who walk. **Registration** is here, too.",
    },
    {
        "name": "huts",
        "description": "Where they sleep.",
        "externalDocs": {
            "description": "How huts are graded",
            "url": "https://trailhead.example/grades",
        },
    },
]

app = FastAPI(openapi_tags=tags_metadata)


@app.get("/huts", tags=["huts"])
async def list_huts() -> list[str]:
    return ["Alpenrose", "Birkenhof", "Steinbock"]


@app.get("/hikers", tags=["hikers"])
async def list_hikers() -> list[str]:
    return ["mira", "jonas", "aiko"]


@app.get("/weather", tags=["weather"])
async def read_weather() -> dict[str, str | int]:
    return {"station": "Steinbock", "temperature": -3}
