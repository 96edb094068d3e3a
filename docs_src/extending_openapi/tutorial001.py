from typing import Any

from fastapi import FastAPI, Response
from fastapi.openapi.utils import get_openapi

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60">
<path d="M10 15h45v35H10zM65 15h45v35H65z" fill="#00796b"/></svg>"""

app = FastAPI()


@app.get("/books/")
async def list_books() -> list[dict[str, str]]:
    return [{"title": "Ropes and Knots"}, {"title": "Salt"}]


@app.get("/logo.svg", include_in_schema=False)
async def read_logo() -> Response:
    return Response(LOGO, media_type="image/svg+xml")


def custom_openapi() -> dict[str, Any]:
    if app.openapi_schema:
        return app.openapi_schema
    schema = get_openapi(
        title="Harbor Library",
        version="3.2.0",
        summary="The catalog of the library at the harbor",
        description="Open to everybody who keeps books *dry*.",
        routes=app.routes,
    )
    schema["info"]["x-logo"] = {"url": "/logo.svg"}
    app.openapi_schema = schema
    return app.openapi_schema


app.openapi = custom_openapi  # type: ignore[method-assign]
