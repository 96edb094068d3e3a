"""A fixed path before a path with a parameter."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "path_params/tutorial003"


def test_the_first_fitting_path_wins(client: TestClient) -> None:
    """`/hikers/me` is not taken for a hiker's name."""
    assert client.get("/hikers/me").json() == {"hiker": "the one who is asking"}


def test_every_other_name_reaches_the_parameter(client: TestClient) -> None:
    """The path with the parameter takes the rest."""
    assert client.get("/hikers/aiko").json() == {"hiker": "aiko"}


def test_other_methods_are_refused(client: TestClient) -> None:
    """A path that exists refuses a method it was not declared for."""
    assert client.post("/hikers/me").status_code == 405
