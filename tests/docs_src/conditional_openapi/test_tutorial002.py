"""A documentation that a setting switches on."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from scripts.docsite import examples

EXAMPLE = "conditional_openapi/tutorial002"

PATHS = ("/openapi.json", "/docs", "/redoc")


def test_the_documentation_is_off(client: TestClient) -> None:
    """Whoever sets nothing shows nothing."""
    assert [client.get(path).status_code for path in PATHS] == [404, 404, 404]
    assert client.get("/").json() == {"bakery": "Crumb"}


@pytest.mark.parametrize("value", ["1", "true", "yes"])
def test_the_variable_switches_it_on(
    variant: str, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """Any word for yes will do."""
    monkeypatch.setenv("SHOW_DOCS", value)
    client = TestClient(examples.load(variant).app)
    assert [client.get(path).status_code for path in PATHS] == [200, 200, 200]
