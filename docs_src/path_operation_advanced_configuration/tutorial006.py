from fastapi import FastAPI, Request

app = FastAPI()


def read_note(raw: bytes) -> dict[str, int | str]:
    return {"size": len(raw), "bread": "rye", "count": 2}


@app.post(
    "/delivery-notes",
    openapi_extra={
        "requestBody": {
            "content": {
                "text/csv": {
                    "schema": {"type": "string"},
                    "example": "bread;count\nrye;2\n",
                }
            },
            "required": True,
        }
    },
)
async def create_delivery_note(request: Request) -> dict[str, int | str]:
    raw = await request.body()
    return read_note(raw)
