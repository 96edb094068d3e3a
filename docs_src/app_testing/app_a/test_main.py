from fastapi.testclient import TestClient

from .main import app

client = TestClient(app)


def test_read_summit() -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert response.json() == {"summit": "Steinbock", "altitude": 2871}
