"""A webhook that is documented, beside a path that is served."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "openapi_webhooks/tutorial001"


def test_members_are_listed(client: TestClient) -> None:
    """The path answers as any other."""
    assert client.get("/members").json() == ["mira", "jonas"]


def test_the_webhook_is_documented(schema: dict[str, Any]) -> None:
    """It has a part of the schema of its own, with the model of its body."""
    assert list(schema) == ["openapi", "info", "paths", "webhooks", "components"]
    assert list(schema["webhooks"]) == ["loan-overdue"]
    operation = schema["webhooks"]["loan-overdue"]["post"]
    body = operation["requestBody"]["content"]["application/json"]["schema"]
    assert body == {"$ref": "#/components/schemas/Loan"}
    assert list(operation["responses"]) == ["204", "422"]
    assert operation["description"].startswith("A book has not come back in time.")


def test_it_is_no_path(client: TestClient, schema: dict[str, Any]) -> None:
    """Nobody can request it here."""
    assert list(schema["paths"]) == ["/members"]
    assert client.post("/loan-overdue", json={}).status_code == 404
