"""A header that may be repeated."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "header_params/tutorial003"


def test_each_value_is_kept(client: TestClient) -> None:
    """The list has the order in which the headers came."""
    headers = [("X-Token", "larch"), ("X-Token", "arnica")]
    response = client.get("/stations", headers=headers)
    assert response.status_code == 200
    assert response.json() == {"x_token": ["larch", "arnica"]}


def test_a_comma_separates_nothing(client: TestClient) -> None:
    """One header is one value."""
    response = client.get("/stations", headers={"X-Token": "larch, arnica"})
    assert response.json() == {"x_token": ["larch, arnica"]}


def test_the_header_can_be_left_out(client: TestClient) -> None:
    """No header at all is the default."""
    assert client.get("/stations").json() == {"x_token": None}
