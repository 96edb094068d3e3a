"""A path parameter that holds a path."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "path_params/tutorial004"


@pytest.mark.parametrize("value", ["alps/west/sheet-7.pdf", "/srv/sheet-7.pdf"])
def test_slashes_belong_to_the_value(client: TestClient, value: str) -> None:
    """With `:path` the value goes on past a slash; a leading one doubles it in the URL."""
    assert client.get(f"/maps/{value}").json() == {"map_path": value}


def test_the_value_can_be_empty(client: TestClient) -> None:
    """The prefix alone is sent on to the path with a slash, where the value is empty."""
    assert client.get("/maps", follow_redirects=False).status_code == 307
    assert client.get("/maps/").json() == {"map_path": ""}
