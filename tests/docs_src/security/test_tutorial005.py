"""A login whose tokens carry scopes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import ModuleType
from typing import Any

import jwt
import pytest
from fastapi.testclient import TestClient

EXAMPLE = "security/tutorial005"


def _log_in(
    client: TestClient, scope: str, username: str = "mira", password: str = "harbor-lamp"
) -> tuple[dict[str, str], str]:
    """Return the headers for further requests, and the scope that was granted."""
    form = {"username": username, "password": password, "scope": scope}
    response = client.post("/token", data=form)
    assert response.status_code == 200
    token = response.json()
    assert token["token_type"] == "bearer"
    return {"authorization": f"Bearer {token['access_token']}"}, token["scope"]


@pytest.mark.parametrize(
    ("scope", "statuses"),
    [
        ("", (200, 403, 403)),
        ("me", (200, 200, 403)),
        ("loans", (200, 403, 403)),
        ("me loans", (200, 200, 200)),
    ],
)
def test_a_token_opens_what_its_scopes_allow(
    client: TestClient, scope: str, statuses: tuple[int, ...]
) -> None:
    """Each operation demands the scopes of all its dependencies."""
    headers, granted = _log_in(client, scope)
    assert granted == scope
    targets = ("/status", "/members/me", "/members/me/loans")
    assert tuple(client.get(target, headers=headers).status_code for target in targets) == statuses


def test_the_answers(client: TestClient) -> None:
    """With all scopes, each operation shows what belongs to the member."""
    headers, _ = _log_in(client, "me loans")
    assert client.get("/status", headers=headers).json() == {"library": "open", "member": "mira"}
    assert client.get("/members/me", headers=headers).json() == {
        "username": "mira",
        "email": "mira@library.example",
        "full_name": "Mira",
        "blocked": False,
    }
    loans = client.get("/members/me/loans", headers=headers)
    assert loans.json() == [{"book": "Salt Roads", "member": "mira"}]


def test_a_missing_scope_is_named(client: TestClient) -> None:
    """The refusal lists the scopes that the operation needs."""
    headers, _ = _log_in(client, "me")
    response = client.get("/members/me/loans", headers=headers)
    assert response.json() == {"detail": "Not enough permissions"}
    challenge = 'Bearer scope="loans me", error="insufficient_scope"'
    assert response.headers["www-authenticate"] == challenge


def test_only_what_a_member_may_have_is_granted(client: TestClient) -> None:
    """Asking for more does not help, and the answer says what was granted."""
    assert _log_in(client, "me loans admin")[1] == "me loans"
    assert _log_in(client, "me loans", "jonas", "low-tide")[1] == "me"


@pytest.mark.parametrize(("username", "password"), [("mira", "low-tide"), ("aiko", "harbor-lamp")])
def test_a_bad_login_is_refused(client: TestClient, username: str, password: str) -> None:
    """A wrong password and an unknown name look alike."""
    response = client.post("/token", data={"username": username, "password": password})
    assert response.status_code == 401
    assert response.json() == {"detail": "Wrong username or password"}


@pytest.mark.parametrize(
    ("target", "challenge"),
    [("/status", "Bearer"), ("/members/me/loans", 'Bearer scope="loans me"')],
)
@pytest.mark.parametrize("fault", ["nonsense", "expired", "no scope", "no subject", "no member"])
def test_bad_tokens_look_alike(
    module: ModuleType, client: TestClient, fault: str, target: str, challenge: str
) -> None:
    """Whatever is wrong with a token, the answer is the same."""
    past = timedelta(minutes=-1)
    tokens = {
        "nonsense": "salt-and-tar",
        "expired": module.create_access_token({"sub": "mira", "scope": "me loans"}, past),
        "no scope": module.create_access_token({"sub": "mira"}),
        "no subject": module.create_access_token({"scope": "me loans"}),
        "no member": module.create_access_token({"sub": "aiko", "scope": "me loans"}),
    }
    response = client.get(target, headers={"authorization": f"Bearer {tokens[fault]}"})
    assert response.status_code == 401
    assert response.json() == {"detail": "Could not validate credentials"}
    assert response.headers["www-authenticate"] == challenge


def test_without_a_token_the_scheme_answers(client: TestClient) -> None:
    """The header is missing, so nothing else is looked at."""
    response = client.get("/members/me")
    assert response.status_code == 401
    assert response.json() == {"detail": "Not authenticated"}
    assert response.headers["www-authenticate"] == "Bearer"


def test_a_blocked_member_is_refused(client: TestClient) -> None:
    """A scope does not help a member who is blocked."""
    headers, _ = _log_in(client, "me", "jonas", "low-tide")
    response = client.get("/members/me", headers=headers)
    assert response.status_code == 400
    assert response.json() == {"detail": "Blocked member"}


def test_login_tokens_live_half_an_hour(module: ModuleType, client: TestClient) -> None:
    """The token has an end."""
    headers, _ = _log_in(client, "me")
    token = headers["authorization"].removeprefix("Bearer ")
    claims = jwt.decode(token, module.SECRET_KEY, algorithms=["HS256"])
    assert 29 * 60 < claims["exp"] - datetime.now(UTC).timestamp() <= 30 * 60


def test_the_scopes_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI describes each scope, and lists those of each operation."""
    flow = schema["components"]["securitySchemes"]["OAuth2PasswordBearer"]["flows"]["password"]
    assert flow["scopes"] == {
        "me": "Read your own profile.",
        "loans": "See what you have borrowed.",
    }
    needed = {
        path: operations.get("get", {}).get("security")
        for path, operations in schema["paths"].items()
    }
    assert needed == {
        "/token": None,
        "/status": [{"OAuth2PasswordBearer": []}],
        "/members/me": [{"OAuth2PasswordBearer": ["me"]}],
        "/members/me/loans": [{"OAuth2PasswordBearer": ["loans", "me"]}],
    }
