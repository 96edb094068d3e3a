"""A default value other than `None`."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "query_params_str_validations/tutorial005"


def test_the_default_is_used(client: TestClient) -> None:
    """Without the parameter, the search runs with the default."""
    assert client.get("/books").json() == ["The Lighthouse Keeper"]


def test_the_parameter_replaces_the_default(client: TestClient) -> None:
    """What the client sends comes first."""
    assert client.get("/books?q=salt").json() == ["Salt Roads"]


@pytest.mark.parametrize(
    ("value", "kind"),
    [("ti", "string_too_short"), ("", "string_too_short")],
)
def test_what_does_not_fit_is_refused(client: TestClient, value: str, kind: str) -> None:
    """The answer names the rule that was broken."""
    response = client.get("/books", params={"q": value})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == (kind, ["query", "q"])
