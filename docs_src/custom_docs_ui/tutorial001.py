from fastapi import FastAPI
from fastapi.openapi.docs import (
    get_redoc_html,
    get_swagger_ui_html,
    get_swagger_ui_oauth2_redirect_html,
)
from fastapi.responses import HTMLResponse

CDN = "https://unpkg.com"

app = FastAPI(title="Trailhead", docs_url=None, redoc_url=None)


@app.get("/docs", include_in_schema=False)
async def read_swagger_ui() -> HTMLResponse:
    return get_swagger_ui_html(
        openapi_url="/openapi.json",
        title="Trailhead - Swagger UI",
        oauth2_redirect_url="/docs/oauth2-redirect",
        swagger_js_url=f"{CDN}/swagger-ui-dist@5/swagger-ui-bundle.js",
        swagger_css_url=f"{CDN}/swagger-ui-dist@5/swagger-ui.css",
    )


@app.get("/docs/oauth2-redirect", include_in_schema=False)
async def read_swagger_ui_redirect() -> HTMLResponse:
    return get_swagger_ui_oauth2_redirect_html()


@app.get("/redoc", include_in_schema=False)
async def read_redoc() -> HTMLResponse:
    return get_redoc_html(
        openapi_url="/openapi.json",
        title="Trailhead - ReDoc",
        redoc_js_url=f"{CDN}/redoc@2/bundles/redoc.standalone.js",
    )


@app.get("/hikers/{name}")
async def read_hiker(name: str) -> dict[str, str]:
    return {"hiker": name}
