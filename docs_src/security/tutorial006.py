from fastapi import Depends, FastAPI
from fastapi.security import HTTPBasic, HTTPBasicCredentials

app = FastAPI()

basic = HTTPBasic()


@app.get("/readings")
def list_readings(
    credentials: HTTPBasicCredentials = Depends(basic),
) -> dict[str, str | int]:
    return {"temperature": -3, "asked_by": credentials.username}
