import logging

from fastapi import FastAPI

app = FastAPI()


def is_worth_a_line(record: logging.LogRecord) -> bool:
    return "GET /health " not in record.getMessage()


logging.getLogger("uvicorn.access").addFilter(is_worth_a_line)


@app.get("/health")
def read_health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/breads")
def read_breads() -> list[str]:
    return ["Rye loaf", "Spelt roll"]
