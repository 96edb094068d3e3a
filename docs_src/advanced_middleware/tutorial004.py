from fastapi import FastAPI
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class ShelfMarkMiddleware:
    def __init__(self, app: ASGIApp, mark: str) -> None:
        self.app = app
        self.mark = mark.encode()

    async def __call__(
        self, scope: Scope, receive: Receive, send: Send
    ) -> None:
        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"].append((b"x-shelf-mark", self.mark))
            await send(message)

        await self.app(scope, receive, send_marked)


app = FastAPI()

app.add_middleware(ShelfMarkMiddleware, mark="C3")


@app.get("/books")
async def list_books() -> list[str]:
    return ["Salt Roads", "Tides and Timber"]
