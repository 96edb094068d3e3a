import json
from typing import Any

from fastapi import FastAPI
from fastapi.responses import JSONResponse


class IndentedJSONResponse(JSONResponse):
    def render(self, content: Any) -> bytes:
        return json.dumps(content, indent=2).encode("utf-8")


app = FastAPI()


@app.get("/", response_class=IndentedJSONResponse)
async def read_prices() -> dict[str, float]:
    return {"rye": 4.5, "spelt": 5.2}
