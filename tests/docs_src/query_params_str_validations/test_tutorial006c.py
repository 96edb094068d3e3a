"""A required parameter whose type allows `None`."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "query_params_str_validations/tutorial006c"


def test_a_url_has_no_word_for_none(client: TestClient) -> None:
    """The text `None` stays text."""
    assert client.get("/books?q=None").json() == {"q": "None"}


def test_the_parameter_cannot_be_left_out(client: TestClient) -> None:
    """Without it, the answer names what is missing."""
    response = client.get("/books")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["query", "q"])


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


def test_documentation(schema: dict[str, Any]) -> None:
    """It is required, and may be null."""
    (parameter,) = schema["paths"]["/books"]["get"]["parameters"]
    assert parameter["required"] is True
    assert {"type": "null"} in parameter["schema"]["anyOf"]
