import logging

from fastapi import FastAPI, HTTPException

logging.basicConfig(format="%(levelname)s %(name)s: %(message)s")
logger = logging.getLogger(__name__)
logger.setLevel(logging.INFO)

ovens = {1: 220, 2: 275}

app = FastAPI()


@app.get("/ovens/{number}")
def read_oven(number: int) -> dict[str, int]:
    if number not in ovens:
        raise HTTPException(status_code=404, detail="No such oven")
    degrees = ovens[number]
    logger.info("Oven %d is at %d degrees", number, degrees)
    if degrees > 260:
        logger.warning("Oven %d is too hot for bread", number)
    return {"number": number, "degrees": degrees}
