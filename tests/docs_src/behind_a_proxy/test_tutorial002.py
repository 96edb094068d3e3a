"""The older way to name the prefix, in the app itself."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.exceptions import FastAPIDeprecationWarning
from fastapi.testclient import TestClient

from scripts.docsite import examples

EXAMPLE = "behind_a_proxy/tutorial002"
pytestmark = pytest.mark.filterwarnings("ignore:The `root_path` parameter")


def test_the_prefix_is_known_without_the_server(client: TestClient, schema: dict[str, Any]) -> None:
    """The app behaves as if the server had said it."""
    assert client.get("/orders").json()["root_path"] == "/api/v1"
    assert schema["servers"] == [{"url": "/api/v1"}]


def test_it_is_deprecated(variant: str) -> None:
    """FastAPI asks for the option of the server."""
    with pytest.warns(FastAPIDeprecationWarning, match="--root-path"):
        examples.load(variant)
