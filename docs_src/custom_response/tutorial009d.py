from typing import Any

from fastapi import FastAPI, Response


class SemicolonCSVResponse(Response):
    media_type = "text/csv"

    def render(self, content: Any) -> bytes:
        lines = (f"{bread};{price:.2f}\n" for bread, price in content.items())
        return "".join(lines).encode("utf-8")


app = FastAPI()


@app.get("/prices", response_class=SemicolonCSVResponse)
async def read_prices() -> dict[str, float]:
    return {"rye": 4.5, "spelt": 5.2}
