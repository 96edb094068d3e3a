from contextlib import suppress

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


class Room:
    def __init__(self) -> None:
        self.sockets: list[WebSocket] = []

    async def enter(self, socket: WebSocket) -> None:
        await socket.accept()
        self.sockets.append(socket)

    def leave(self, socket: WebSocket) -> None:
        self.sockets.remove(socket)

    async def tell_all(self, text: str) -> None:
        for socket in list(self.sockets):
            with suppress(WebSocketDisconnect, RuntimeError):
                await socket.send_text(text)


room = Room()


@app.websocket("/chat/{name}")
async def chat(websocket: WebSocket, name: str) -> None:
    await room.enter(websocket)
    await room.tell_all(f"{name} has come in")
    try:
        while True:
            text = await websocket.receive_text()
            await websocket.send_text(f"You said: {text}")
            await room.tell_all(f"{name}: {text}")
    except WebSocketDisconnect:
        pass
    finally:
        room.leave(websocket)
        await room.tell_all(f"{name} has left")
