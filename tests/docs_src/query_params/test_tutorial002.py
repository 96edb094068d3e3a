"""An optional query parameter without a value of its own."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "query_params/tutorial002"


def test_the_parameter_can_be_left_out(client: TestClient) -> None:
    """Without it, the function receives `None`."""
    assert client.get("/huts/3").json() == {"hut_id": 3}


def test_the_parameter_is_used(client: TestClient) -> None:
    """The text from the URL reaches the function."""
    response = client.get("/huts/3", params={"guest": "mira"})
    assert response.json() == {"hut_id": 3, "greeting": "Good evening, mira"}


def test_unknown_parameters_are_ignored(client: TestClient) -> None:
    """A parameter that nobody declared changes nothing."""
    assert client.get("/huts/3?gest=mira").json() == {"hut_id": 3}
