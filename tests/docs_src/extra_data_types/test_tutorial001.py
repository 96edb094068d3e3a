"""Ids, points in time, times of day and durations."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "extra_data_types/tutorial001"

URL = "/deliveries/7f1c0a52-3b1e-4c55-9c43-0d6a3f0b8e21"
BODY = {
    "ordered_at": "2027-03-05T05:30:00+00:00",
    "due_at": "2027-03-05T09:00:00+01:00",
    "baking_time": 5400,
    "repeat_at": "06:15",
}


@pytest.mark.parametrize("duration", [5400, "PT1H30M", "01:30:00"])
def test_a_duration_has_several_spellings(client: TestClient, duration: Any) -> None:
    """Seconds and ISO 8601 mean the same, and the function can calculate with it."""
    response = client.put(URL, json={**BODY, "baking_time": duration})
    assert response.status_code == 200
    assert response.json() == {
        "delivery_id": "7f1c0a52-3b1e-4c55-9c43-0d6a3f0b8e21",
        "ordered_at": "2027-03-05T05:30:00Z",
        "due_at": "2027-03-05T09:00:00+01:00",
        "due_on": "2027-03-05",
        "baking_time": "PT1H30M",
        "repeat_at": "06:15:00",
        "time_left": "PT2H30M",
        "in_time": True,
    }


def test_the_time_of_day_is_optional(client: TestClient) -> None:
    """Without it, the answer has a null."""
    body = {name: value for name, value in BODY.items() if name != "repeat_at"}
    assert client.put(URL, json=body).json()["repeat_at"] is None


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"ordered_at": "2027-13-05T05:30:00Z"}, "datetime_from_date_parsing"),
        ({"ordered_at": "tomorrow"}, "datetime_from_date_parsing"),
        ({"ordered_at": "2027-03-05T05:30:00"}, "timezone_aware"),
        ({"baking_time": "soon"}, "time_delta_parsing"),
        ({"repeat_at": "25:00"}, "time_parsing"),
    ],
)
def test_what_does_not_fit_is_refused(
    client: TestClient, change: dict[str, Any], kind: str
) -> None:
    """Each type has errors of its own."""
    response = client.put(URL, json={**BODY, **change})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == (kind, ["body", next(iter(change))])


def test_an_id_has_a_form(client: TestClient) -> None:
    """A path parameter can have such a type, too."""
    response = client.put("/deliveries/7", json=BODY)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("uuid_parsing", ["path", "delivery_id"])


def test_formats_are_documented(schema: dict[str, Any]) -> None:
    """JSON Schema has a format for each type."""
    (parameter,) = schema["paths"]["/deliveries/{delivery_id}"]["put"]["parameters"]
    assert parameter["schema"]["format"] == "uuid"
    body = schema["components"]["schemas"]["Body_plan_delivery_deliveries__delivery_id__put"]
    assert body["properties"]["due_at"]["format"] == "date-time"
    assert body["properties"]["baking_time"]["format"] == "duration"
    assert body["properties"]["repeat_at"]["anyOf"][0]["format"] == "time"


def test_durations_can_be_compared(client: TestClient) -> None:
    """Three days are longer than the time that is left."""
    assert client.put(URL, json={**BODY, "baking_time": "P3D"}).json()["in_time"] is False


@pytest.mark.parametrize("duration", ["-P999999999D", "P999999999D"])
def test_extreme_values_are_no_trouble(client: TestClient, duration: Any) -> None:
    """The longest durations and the most distant days can still be calculated with."""
    body = {
        "ordered_at": "0001-01-01T00:00:00+14:00",
        "due_at": "9999-12-31T23:59:59-14:00",
        "baking_time": duration,
    }
    assert client.put(URL, json=body).status_code == 200
