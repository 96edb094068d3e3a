"""A query parameter that is true or false."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "query_params/tutorial003"

NOTICE = "Bring a sleeping bag. Boots stay in the hall."


@pytest.mark.parametrize("value", ["1", "true", "on", "yes", "t", "y", "True", "YES"])
def test_words_for_true(client: TestClient, value: str) -> None:
    """Several words mean true, in upper or lower case."""
    assert client.get(f"/huts/3?short={value}").json() == {"hut_id": 3}


@pytest.mark.parametrize("value", ["0", "false", "off", "no", "f", "n", "False", "NO"])
def test_words_for_false(client: TestClient, value: str) -> None:
    """Several words mean false, in upper or lower case."""
    assert client.get(f"/huts/3?short={value}").json() == {"hut_id": 3, "notice": NOTICE}


@pytest.mark.parametrize("value", ["maybe", "2", ""])
def test_other_words_are_refused(client: TestClient, value: str) -> None:
    """What is neither true nor false is an error."""
    response = client.get(f"/huts/3?short={value}")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("bool_parsing", ["query", "short"])


def test_parameters_are_independent(client: TestClient) -> None:
    """One optional parameter works without the other."""
    assert client.get("/huts/3?guest=aiko").json() == {
        "hut_id": 3,
        "greeting": "Good evening, aiko",
        "notice": NOTICE,
    }
