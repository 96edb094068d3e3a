"""Required, defaulted and optional query parameters together."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "query_params/tutorial006"


def test_only_the_required_parameter_is_needed(client: TestClient) -> None:
    """The others take their defaults."""
    assert client.get("/huts/3/beds?arrival=2027-07-14").json() == {
        "hut_id": 3,
        "arrival": "2027-07-14",
        "nights": 1,
        "guests": None,
    }


def test_values_are_converted(client: TestClient) -> None:
    """An `int | None` receives a number, too."""
    response = client.get("/huts/3/beds?arrival=2027-07-14&nights=2&guests=4")
    assert response.json() == {"hut_id": 3, "arrival": "2027-07-14", "nights": 2, "guests": 4}


def test_all_errors_come_together(client: TestClient) -> None:
    """One answer lists everything that is wrong with the request."""
    response = client.get("/huts/alpenrose/beds?nights=two&guests=all")
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("int_parsing", ["path", "hut_id"]),
        ("missing", ["query", "arrival"]),
        ("int_parsing", ["query", "nights"]),
        ("int_parsing", ["query", "guests"]),
    ]
