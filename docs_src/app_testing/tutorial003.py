from fastapi import FastAPI
from fastapi.testclient import TestClient

beds: dict[str, int] = {}

app = FastAPI()


@app.on_event("startup")
def load_beds() -> None:
    beds["Alpenrose"] = 12


@app.get("/huts/{name}")
async def read_beds(name: str) -> int | None:
    return beds.get(name)


def test_beds_are_loaded() -> None:
    with TestClient(app) as client:
        assert client.get("/huts/Alpenrose").json() == 12
