from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict

app = FastAPI()


class Bread(BaseModel):
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    name: str
    description: str | None = None


@app.post("/breads/")
async def create_bread(bread: Bread) -> Bread:
    return bread


@app.get("/breads/")
async def list_breads() -> list[Bread]:
    return [
        Bread(name="Rye loaf", description="Dark, with a thick crust"),
        Bread(name="Bun"),
    ]
