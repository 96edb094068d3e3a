"""What the search finds: the page that is meant is among the first three results."""

from __future__ import annotations

from tests.site.conftest import Opener

FOUND = {
    "tutorial/request-files/": ("upload a file", "uploadfile"),
    "tutorial/handling-errors/": ("HTTPException", "httpexception", "validation error"),
    "tutorial/cors/": ("cors", "corsmiddleware"),
    "tutorial/security/oauth2-jwt/": ("jwt", "bearer token"),
    "tutorial/sql-databases/": ("database session", "sqlmodel"),
    "tutorial/background-tasks/": ("BackgroundTasks", "background task"),
    "advanced/websockets/": ("websocket", "websockets"),
    "deployment/docker/": ("docker", "container"),
    "tutorial/query-params/": ("optional query parameter",),
    "tutorial/dependencies/": ("dependency injection",),
    "advanced/events/": ("lifespan", "startup event"),
    "tutorial/testing/": ("test client", "testclient"),
    "tutorial/response-status-code/": ("status code",),
    "tutorial/path-params/": ("path parameter", "enum"),
    "tutorial/bigger-applications/": ("several files", "include_router"),
    "advanced/behind-a-proxy/": ("root_path", "behind proxy"),
    "advanced/settings/": ("settings",),
    "tutorial/middleware/": ("middleware",),
    "tutorial/server-sent-events/": ("sse", "server sent events"),
    "reference/apirouter/": ("apirouter", "APIRouter"),
    "reference/responses/": ("jsonresponse",),
}
"""The pages that readers mean by what they type, in words of theirs and in names of code."""


def test_the_page_that_is_meant_is_among_the_first(visiting: Opener) -> None:
    """Whatever words readers have for it, and however they write a name."""
    with visiting() as visit:
        page = visit.open("")
        field = page.locator("form[name=search] input")
        told = page.locator(".md-search-result__meta")
        field.press("End")  # Material's search listens to keys
        missed = {}
        for expected, words in FOUND.items():
            for typed in words:
                field.fill("")
                field.press("End")
                told.get_by_text("Type to start searching").wait_for(timeout=20_000)
                field.fill(typed)
                field.press("End")
                page.wait_for_function(_SOUGHT, timeout=20_000)
                paths = page.locator(".md-search-result__item").evaluate_all(_PATHS)
                if f"/{expected}" not in paths[:3]:
                    missed[typed] = paths[:3]
        assert missed == {}


_PATHS = "all => all.map(one => new URL(one.querySelector('a').href).pathname)"

_SOUGHT = """() => {
    const told = document.querySelector(".md-search-result__meta").innerText
    return /matching/.test(told)
}"""
