from fastapi import FastAPI, WebSocket
from fastapi.responses import HTMLResponse

app = FastAPI()

page = """
<!doctype html>
<title>Steinbock, radio</title>
<h1>Steinbock, radio</h1>
<form id="form"><input id="text" autofocus> <button>Send</button></form>
<ul id="log"></ul>
<script>
  const socket = new WebSocket(`ws://${location.host}/radio`);
  socket.onmessage = (event) => {
    const line = document.createElement("li");
    line.textContent = event.data;
    document.querySelector("#log").append(line);
  };
  document.querySelector("#form").onsubmit = (event) => {
    event.preventDefault();
    socket.send(document.querySelector("#text").value);
    event.target.reset();
  };
</script>
"""


@app.get("/", response_class=HTMLResponse)
async def show_page() -> str:
    return page


@app.websocket("/radio")
async def answer_radio(websocket: WebSocket) -> None:
    await websocket.accept()
    while True:
        text = await websocket.receive_text()
        await websocket.send_text(f"Steinbock heard: {text}")
