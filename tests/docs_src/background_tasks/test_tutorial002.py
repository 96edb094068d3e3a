"""Tasks from a dependency and from the path operation."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "background_tasks/tutorial002"


def test_tasks_run_in_the_order_in_which_they_were_added(client: TestClient) -> None:
    """The dependency is called first, so its line comes first."""
    assert client.get("/log").json() == []
    response = client.post("/reminders/mira@harbor.example?reason=reserved")
    assert response.status_code == 202
    assert response.json() == {"message": "The reminder is on its way", "reason": "reserved"}
    assert client.get("/log").json() == ["reason: reserved", "reminder to mira@harbor.example"]


def test_the_dependency_adds_nothing_without_a_reason(client: TestClient) -> None:
    """Then there is one line only."""
    response = client.post("/reminders/jonas@harbor.example")
    assert response.json()["reason"] == "overdue"
    assert client.get("/log").json() == ["reminder to jonas@harbor.example"]
