"""The deprecated event at the start."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from scripts.docsite import examples

EXAMPLE = "events/tutorial001"
pytestmark = pytest.mark.filterwarnings(r"ignore:\s*on_event is deprecated:DeprecationWarning")


def test_the_function_runs_before_the_first_request(client: TestClient) -> None:
    """What it has loaded is there."""
    assert client.get("/huts/Alpenrose").json() == 12
    assert client.get("/huts/Wildsee").json() is None


def test_it_is_deprecated(variant: str) -> None:
    """FastAPI asks for a lifespan."""
    with pytest.warns(DeprecationWarning, match="lifespan"):
        examples.load(variant)
