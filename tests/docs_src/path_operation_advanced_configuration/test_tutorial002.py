"""Names of functions as operation ids."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "path_operation_advanced_configuration/tutorial002"


def test_the_operations_answer(client: TestClient) -> None:
    """Operations of the app and of the router work as before."""
    assert client.get("/breads").json() == ["rye", "spelt"]
    assert client.get("/orders/").json() == ["2 rye for mira"]


def test_ids_are_names(schema: dict[str, Any]) -> None:
    """The function that makes ids is asked for included routers, too."""
    ids = {path: methods["get"]["operationId"] for path, methods in schema["paths"].items()}
    assert ids == {"/breads": "list_breads", "/orders/": "list_orders"}
