"""A list as the default."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "query_params_str_validations/tutorial012"


def test_the_default_is_used(client: TestClient) -> None:
    """Without a value, all shelves are meant."""
    assert client.get("/books").json() == {"shelf": ["harbor", "attic"]}


def test_values_replace_the_default(client: TestClient) -> None:
    """The default is not added to what was sent."""
    assert client.get("/books?shelf=cellar").json() == {"shelf": ["cellar"]}


def test_documentation(schema: dict[str, Any]) -> None:
    """The default is documented."""
    (parameter,) = schema["paths"]["/books"]["get"]["parameters"]
    assert parameter["schema"]["default"] == ["harbor", "attic"]
