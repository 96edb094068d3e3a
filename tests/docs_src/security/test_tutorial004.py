"""A login with hashed passwords and signed tokens that expire."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import ModuleType

import jwt
import pytest
from fastapi.testclient import TestClient

EXAMPLE = "security/tutorial004"


def _log_in(client: TestClient, username: str, password: str) -> dict[str, str]:
    response = client.post("/token", data={"username": username, "password": password})
    assert response.status_code == 200
    assert response.json()["token_type"] == "bearer"
    return {"authorization": f"Bearer {response.json()['access_token']}"}


def _seconds_of_life(module: ModuleType, token: str) -> float:
    claims = jwt.decode(token, module.SECRET_KEY, algorithms=["HS256"])
    return float(claims["exp"]) - datetime.now(UTC).timestamp()


def test_login_opens_what_belongs_to_the_member(client: TestClient) -> None:
    """The token of the login identifies the member, and the hash stays inside."""
    headers = _log_in(client, "mira", "harbor-lamp")
    assert client.get("/members/me", headers=headers).json() == {
        "username": "mira",
        "email": "mira@library.example",
        "full_name": "Mira",
        "blocked": False,
    }
    loans = client.get("/members/me/loans", headers=headers)
    assert loans.json() == [{"book": "Salt Roads", "member": "mira"}]


@pytest.mark.parametrize(
    ("username", "password"),
    [("mira", "low-tide"), ("tomas", "harbor-lamp"), ("tomas", "no member has this password")],
)
def test_wrong_password_and_unknown_name_look_alike(
    client: TestClient, username: str, password: str
) -> None:
    """The answer does not tell which of the two was wrong."""
    response = client.post("/token", data={"username": username, "password": password})
    assert response.status_code == 401
    assert response.json() == {"detail": "Wrong username or password"}
    assert response.headers["www-authenticate"] == "Bearer"


def test_login_tokens_live_half_an_hour(module: ModuleType, client: TestClient) -> None:
    """The token names the member and the end of its life."""
    token = _log_in(client, "mira", "harbor-lamp")["authorization"].removeprefix("Bearer ")
    assert jwt.decode(token, module.SECRET_KEY, algorithms=["HS256"])["sub"] == "mira"
    assert 29 * 60 < _seconds_of_life(module, token) <= 30 * 60


def test_tokens_live_a_quarter_of_an_hour_by_default(module: ModuleType) -> None:
    """Without a duration, a token is short-lived."""
    token = module.create_access_token({"sub": "mira"})
    assert 14 * 60 < _seconds_of_life(module, token) <= 15 * 60


@pytest.mark.parametrize(
    "fault", ["nonsense", "expired", "other key", "unknown member", "no subject", "no expiry"]
)
def test_bad_tokens_look_alike(module: ModuleType, client: TestClient, fault: str) -> None:
    """Whatever is wrong with a token, the answer is the same."""
    later = datetime.now(UTC) + timedelta(minutes=5)
    other_key = "0" * 64
    tokens = {
        "nonsense": "salt-and-tar",
        "expired": module.create_access_token({"sub": "mira"}, timedelta(minutes=-1)),
        "other key": jwt.encode({"sub": "mira", "exp": later}, other_key, algorithm="HS256"),
        "unknown member": module.create_access_token({"sub": "tomas"}),
        "no subject": module.create_access_token({}),
        "no expiry": jwt.encode({"sub": "mira"}, module.SECRET_KEY, algorithm="HS256"),
    }
    response = client.get("/members/me", headers={"authorization": f"Bearer {tokens[fault]}"})
    assert response.status_code == 401
    assert response.json() == {"detail": "Could not validate credentials"}
    assert response.headers["www-authenticate"] == "Bearer"


def test_a_blocked_member_is_refused(client: TestClient) -> None:
    """A blocked member can log in, and read nothing."""
    response = client.get("/members/me", headers=_log_in(client, "jonas", "low-tide"))
    assert response.status_code == 400
    assert response.json() == {"detail": "Blocked member"}


def test_without_a_token_the_request_is_refused(client: TestClient) -> None:
    """The scheme itself answers where there is no token at all."""
    response = client.get("/members/me/loans")
    assert response.status_code == 401
    assert response.json() == {"detail": "Not authenticated"}
