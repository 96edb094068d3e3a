"""A status without a body."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "response_status_code/tutorial003"


def test_answer_is_empty(client: TestClient, module: ModuleType) -> None:
    """The hut is gone, and so is the body."""
    response = client.delete("/huts/2")
    assert (response.status_code, response.content) == (204, b"")
    assert module.huts == {1: "Alpenrose", 3: "Steinbock"}


def test_closing_twice_is_no_error(client: TestClient) -> None:
    """The second request finds things as they should be."""
    assert [client.delete("/huts/2").status_code for _ in range(2)] == [204, 204]


def test_no_body_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI has no content for the status."""
    answers = schema["paths"]["/huts/{hut_id}"]["delete"]["responses"]
    assert answers["204"] == {"description": "Successful Response"}
