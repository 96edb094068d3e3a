from typing import Annotated

import strawberry
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from strawberry.fastapi import GraphQLRouter

HIKERS = {"edelweiss": "mira", "gentian": "jonas"}
BOOKINGS = {"mira": ["Alpenrose", "Steinbock"]}

bearer = HTTPBearer()


async def read_hiker(
    credentials: Annotated[HTTPAuthorizationCredentials, Depends(bearer)],
) -> str:
    hiker = HIKERS.get(credentials.credentials)
    if hiker is None:
        raise HTTPException(status_code=401, detail="Unknown token")
    return hiker


async def get_context(
    hiker: Annotated[str, Depends(read_hiker)],
) -> dict[str, str]:
    return {"hiker": hiker}


@strawberry.type
class Query:
    @strawberry.field
    def bookings(self, info: strawberry.Info) -> list[str]:
        return BOOKINGS.get(info.context["hiker"], [])


schema = strawberry.Schema(query=Query)

app = FastAPI()
app.include_router(
    GraphQLRouter(schema, context_getter=get_context),
    prefix="/graphql",
    include_in_schema=False,
)
