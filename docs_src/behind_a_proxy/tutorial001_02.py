from fastapi import FastAPI
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

app = FastAPI()

app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=["127.0.0.1"])


@app.get("/orders/")
def list_orders() -> list[str]:
    return ["2 rye loaves", "1 spelt roll"]
