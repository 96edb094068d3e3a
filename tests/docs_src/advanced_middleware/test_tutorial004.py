"""A middleware of one's own, as a plain ASGI class."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "advanced_middleware/tutorial004"


@pytest.mark.parametrize(("target", "status"), [("/books", 200), ("/nowhere", 404)])
def test_every_response_has_the_header(client: TestClient, target: str, status: int) -> None:
    """Responses of FastAPI itself get it, too."""
    response = client.get(target)
    assert response.status_code == status
    assert response.headers["x-shelf-mark"] == "C3"
