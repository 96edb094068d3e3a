import yaml
from fastapi import FastAPI, HTTPException, Request
from pydantic import BaseModel, ValidationError


class Recipe(BaseModel):
    name: str
    tags: list[str]


app = FastAPI()


@app.post(
    "/recipes",
    openapi_extra={
        "requestBody": {
            "content": {
                "application/x-yaml": {"schema": Recipe.model_json_schema()}
            },
            "required": True,
        }
    },
)
async def create_recipe(request: Request) -> Recipe:
    raw = await request.body()
    try:
        data = yaml.safe_load(raw)
    except (yaml.YAMLError, ValueError, RecursionError):
        raise HTTPException(status_code=422, detail="Invalid YAML") from None
    try:
        return Recipe.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        raise HTTPException(status_code=422, detail=details) from None
