import pytest
from fastapi import FastAPI, WebSocket, WebSocketDisconnect, WebSocketException
from fastapi.testclient import TestClient

app = FastAPI()


@app.get("/huts/Steinbock")
async def read_hut() -> dict[str, int]:
    return {"altitude": 2871}


@app.websocket("/huts/Steinbock/weather")
async def send_weather(websocket: WebSocket, token: str = "") -> None:
    await websocket.accept()
    if token != "edelweiss":
        raise WebSocketException(code=1008, reason="Wrong token")
    await websocket.send_json({"temperature": -3, "snow": True})
    await websocket.close()


def test_read_hut() -> None:
    client = TestClient(app)
    response = client.get("/huts/Steinbock")
    assert response.json() == {"altitude": 2871}


def test_weather_is_sent() -> None:
    client = TestClient(app)
    with client.websocket_connect(
        "/huts/Steinbock/weather?token=edelweiss"
    ) as websocket:
        assert websocket.receive_json() == {"temperature": -3, "snow": True}


def test_wrong_token_is_refused() -> None:
    client = TestClient(app)
    with (
        client.websocket_connect("/huts/Steinbock/weather") as websocket,
        pytest.raises(WebSocketDisconnect) as refusal,
    ):
        websocket.receive_json()
    assert refusal.value.code == 1008
    assert refusal.value.reason == "Wrong token"
