"""An answer that is a list of models."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "extra_models/tutorial004"


def test_each_row_is_filtered(client: TestClient) -> None:
    """Keys that the model does not have are left out of every row."""
    assert client.get("/shelves").json() == [
        {"name": "C3", "room": "Reading room"},
        {"name": "M1", "room": "Map cabinet"},
    ]
