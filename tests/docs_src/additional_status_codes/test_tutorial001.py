"""Two status codes for success."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "additional_status_codes/tutorial001"


def test_an_existing_shelf_is_replaced(client: TestClient) -> None:
    """A known code is answered with the usual status."""
    response = client.put("/shelves/A1", json={"label": "Glaciers", "places": 12})
    assert response.status_code == 200
    assert response.json() == {"label": "Glaciers", "places": 12}


def test_a_new_shelf_is_created_once(client: TestClient) -> None:
    """A new code is answered with 201, and with 200 from then on."""
    response = client.put("/shelves/B2", json={"label": "Rivers"})
    assert response.status_code == 201
    assert response.json() == {"label": "Rivers", "places": 30}
    assert client.put("/shelves/B2", json={"label": "Lakes"}).status_code == 200


def test_wrong_data_is_refused(client: TestClient) -> None:
    """The values in the body are checked before the function runs."""
    response = client.put("/shelves/A1", json={"label": "Glaciers", "places": "many"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("int_parsing", ["body", "places"])


def test_only_the_usual_status_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI does not see what the function returns by itself."""
    assert list(schema["paths"]["/shelves/{code}"]["put"]["responses"]) == ["200", "422"]
