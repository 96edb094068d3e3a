"""A required parameter with limits."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "query_params_str_validations/tutorial006"


def test_the_parameter_selects_books(client: TestClient) -> None:
    """A part of a title is enough, in any case."""
    assert client.get("/books?q=tides").json() == ["Tides and Timber"]


def test_the_parameter_cannot_be_left_out(client: TestClient) -> None:
    """Without it, the answer names what is missing."""
    response = client.get("/books")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["query", "q"])


@pytest.mark.parametrize(
    ("value", "kind"),
    [("ti", "string_too_short")],
)
def test_what_does_not_fit_is_refused(client: TestClient, value: str, kind: str) -> None:
    """The answer names the rule that was broken."""
    response = client.get("/books", params={"q": value})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == (kind, ["query", "q"])
