from fastapi import FastAPI, Request

app = FastAPI(root_path="/api/v1")


@app.get("/orders")
def list_orders(request: Request) -> dict[str, str | list[str]]:
    return {
        "orders": ["2 rye loaves", "1 spelt roll"],
        "root_path": request.scope["root_path"],
    }
