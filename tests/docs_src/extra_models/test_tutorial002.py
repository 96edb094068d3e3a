"""Models for what comes in, what is stored and what goes out."""

from __future__ import annotations

from types import ModuleType

from fastapi.testclient import TestClient

EXAMPLE = "extra_models/tutorial002"

MEMBER = {"name": "mira", "password": "tidepool", "email": "mira@example.com"}


def test_answer_has_no_password(client: TestClient) -> None:
    """Neither the password nor its hash is sent."""
    response = client.post("/members", json=MEMBER)
    assert response.status_code == 200
    assert response.json() == {"name": "mira", "email": "mira@example.com", "full_name": None}


def test_hash_is_stored(client: TestClient, module: ModuleType) -> None:
    """What is stored has the hash in place of the password."""
    client.post("/members", json=MEMBER)
    assert module.members["mira"].model_dump() == {
        "name": "mira",
        "email": "mira@example.com",
        "full_name": None,
        "hashed_password": "no-real-hash-of-8-characters",
    }


def test_address_is_required(client: TestClient) -> None:
    """A member without an email address is refused."""
    response = client.post("/members", json={"name": "mira", "password": "tidepool"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["body", "email"])
