import uvicorn
from fastapi import FastAPI

app = FastAPI()


@app.get("/")
async def read_climb() -> dict[str, int]:
    start = 1240
    summit = 2871
    climb = summit - start
    return {"climb": climb}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=8000)
