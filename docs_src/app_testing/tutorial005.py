from fastapi import FastAPI, WebSocket
from fastapi.testclient import TestClient

app = FastAPI()

sockets: list[WebSocket] = []


@app.websocket("/chat/{name}")
async def chat(websocket: WebSocket, name: str) -> None:
    await websocket.accept()
    sockets.append(websocket)
    try:
        async for text in websocket.iter_text():
            for socket in sockets:
                await socket.send_text(f"{name}: {text}")
    finally:
        sockets.remove(websocket)


def test_all_hear_jonas() -> None:
    with (
        TestClient(app) as client,
        client.websocket_connect("/chat/mira") as mira,
        client.websocket_connect("/chat/jonas") as jonas,
    ):
        jonas.send_text("Snow at Steinbock")
        assert mira.receive_text() == "jonas: Snow at Steinbock"
        assert jonas.receive_text() == "jonas: Snow at Steinbock"
