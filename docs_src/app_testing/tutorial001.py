from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


@app.get("/")
async def read_summit() -> dict[str, str | int]:
    return {"summit": "Steinbock", "altitude": 2871}


client = TestClient(app)


def test_read_summit() -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert response.json() == {"summit": "Steinbock", "altitude": 2871}
