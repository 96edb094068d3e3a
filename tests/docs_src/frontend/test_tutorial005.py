"""Files, and nothing else."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "frontend/tutorial005"


def test_nothing_stands_in_for_a_missing_file(client: TestClient) -> None:
    """A browser gets the same answer as everybody."""
    assert "Fresh today" in client.get("/").text
    response = client.get("/orders/7", headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert response.json() == {"detail": "Not Found"}
    assert client.get("/api/breads").json() == ["Rye loaf", "Spelt roll"]
