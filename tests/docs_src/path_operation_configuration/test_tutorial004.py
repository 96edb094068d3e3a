"""A docstring as the description."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "path_operation_configuration/tutorial004"


def test_operation_answers(client: TestClient) -> None:
    """The texts change nothing for the client."""
    bread = {"name": "Rye loaf", "price": 4.2, "allergens": ["gluten"]}
    assert client.post("/breads", json=bread).json() == bread


def test_texts_are_documented(schema: dict[str, Any]) -> None:
    """The docstring is documented without its indentation."""
    operation = schema["paths"]["/breads"]["post"]
    assert operation["summary"] == "Put a bread on the list"
    assert operation["description"] == (
        "The shop sells it **from the next morning** on.\n"
        "\n"
        "* `name`: what stands on the sign\n"
        "* `price`: in euros, for one piece\n"
        "* `allergens`: what people may have to avoid"
    )
