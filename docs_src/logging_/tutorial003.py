import logging

from fastapi import FastAPI, HTTPException

logging.basicConfig(format="%(levelname)s %(name)s: %(message)s")
logger = logging.getLogger(__name__)
logger.setLevel(logging.INFO)

sensors = {1: "220", 2: "275", 3: "?"}

app = FastAPI()


@app.get("/ovens/{number}")
def read_oven(number: int) -> dict[str, int]:
    if number not in sensors:
        raise HTTPException(status_code=404, detail="No such oven")
    try:
        degrees = int(sensors[number])
    except ValueError as error:
        logger.exception("Oven %d sends no number", number)
        raise HTTPException(status_code=503, detail="No reading") from error
    logger.info("Oven %d is at %d degrees", number, degrees)
    return {"number": number, "degrees": degrees}
