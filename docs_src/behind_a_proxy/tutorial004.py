from fastapi import FastAPI

app = FastAPI(
    servers=[
        {"url": "https://staging.crumb.example", "description": "Staging"},
        {"url": "https://api.crumb.example", "description": "Production"},
    ],
    root_path_in_servers=False,
)


@app.get("/orders")
def list_orders() -> list[str]:
    return ["2 rye loaves", "1 spelt roll"]
