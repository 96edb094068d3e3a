"""A body that the operation reads by itself."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "path_operation_advanced_configuration/tutorial006"


@pytest.mark.parametrize("body", [b"bread;count\nrye;2\n", b"anything", b""])
def test_any_body_is_accepted(client: TestClient, body: bytes) -> None:
    """FastAPI checks nothing: the documented body is a description only."""
    response = client.post("/delivery-notes", content=body)
    assert response.status_code == 200
    assert response.json() == {"size": len(body), "bread": "rye", "count": 2}


def test_the_body_is_documented_by_hand(schema: dict[str, Any]) -> None:
    """The schema of the body is the one in `openapi_extra`."""
    body = schema["paths"]["/delivery-notes"]["post"]["requestBody"]
    assert body["required"] is True
    assert body["content"]["text/csv"]["schema"] == {"type": "string"}
