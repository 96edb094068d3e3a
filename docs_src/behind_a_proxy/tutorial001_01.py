from fastapi import FastAPI

app = FastAPI()


@app.get("/orders/")
def list_orders() -> list[str]:
    return ["2 rye loaves", "1 spelt roll"]
