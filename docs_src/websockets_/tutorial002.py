from fastapi import (
    Cookie,
    Depends,
    FastAPI,
    Query,
    WebSocket,
    WebSocketException,
    status,
)

app = FastAPI()


async def get_pass(
    session: str | None = Cookie(default=None),
    token: str | None = Query(default=None),
) -> str:
    if session is None and token is None:
        raise WebSocketException(
            code=status.WS_1008_POLICY_VIOLATION, reason="No pass"
        )
    return f"session {session}" if session else f"token {token}"


@app.websocket("/huts/{hut}/radio")
async def answer_radio(
    websocket: WebSocket,
    hut: str,
    hut_pass: str = Depends(get_pass),
    channel: int | None = None,
) -> None:
    await websocket.accept()
    await websocket.send_text(f"Your pass: {hut_pass}")
    if channel is not None:
        await websocket.send_text(f"Channel {channel}")
    async for text in websocket.iter_text():
        await websocket.send_text(f"{hut} heard: {text}")
