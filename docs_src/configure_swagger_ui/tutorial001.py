from fastapi import FastAPI

app = FastAPI(swagger_ui_parameters={"syntaxHighlight": False})


@app.get("/forecast")
async def read_forecast() -> dict[str, str | int | bool]:
    return {"summit": "Steinbock", "wind": 42, "snow": False}
