"""A test that expects the wrong answer."""

from __future__ import annotations

from types import ModuleType

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "app_testing/tutorial001b"


def test_the_app_answers(client: TestClient) -> None:
    """The mistake is in the test, not in the app."""
    assert client.get("/").json() == {"summit": "Steinbock", "altitude": 2871}


def test_its_own_test_fails(module: ModuleType) -> None:
    """The test that the example shows finds the difference."""
    with pytest.raises(AssertionError):
        module.test_read_summit()
