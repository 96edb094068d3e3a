"""A model in a store that only takes JSON types."""

from __future__ import annotations

from types import ModuleType

from fastapi.testclient import TestClient

EXAMPLE = "encoder/tutorial001"

PATH = "/stations/steinbock/reading"


def test_encoded_data_is_stored(client: TestClient, module: ModuleType) -> None:
    """The time is stored as text, with the defaults of the model."""
    response = client.put(PATH, json={"celsius": -3.5, "measured_at": "2027-01-09T07:00:00Z"})
    assert (response.status_code, response.json()) == (200, None)
    expected = {"steinbock": {"celsius": -3.5, "measured_at": "2027-01-09T07:00:00Z", "note": None}}
    assert module.store == expected
    assert client.get("/store").json() == expected


def test_wrong_time_is_refused(client: TestClient, module: ModuleType) -> None:
    """What is no time is not stored."""
    response = client.put(PATH, json={"celsius": -3.5, "measured_at": "this morning"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("datetime_from_date_parsing", ["body", "measured_at"])
    assert module.store == {}
