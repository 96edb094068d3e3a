import strawberry
from fastapi import FastAPI
from strawberry.fastapi import GraphQLRouter


@strawberry.type
class Hut:
    name: str
    altitude: int
    beds: int


HUTS = [
    Hut(name="Alpenrose", altitude=1870, beds=24),
    Hut(name="Steinbock", altitude=2871, beds=40),
]


@strawberry.type
class Query:
    @strawberry.field
    def huts(self) -> list[Hut]:
        return HUTS

    @strawberry.field
    def hut(self, name: str) -> Hut | None:
        return next((hut for hut in HUTS if hut.name == name), None)


schema = strawberry.Schema(query=Query)

app = FastAPI()
app.include_router(
    GraphQLRouter(schema), prefix="/graphql", include_in_schema=False
)


@app.get("/status")
async def read_status() -> dict[str, int]:
    return {"huts": len(HUTS)}
