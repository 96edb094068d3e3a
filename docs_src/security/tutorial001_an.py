from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.security import OAuth2PasswordBearer

app = FastAPI()

oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")


@app.get("/loans")
async def list_loans(
    token: Annotated[str, Depends(oauth2_scheme)],
) -> dict[str, str]:
    return {"token": token}
