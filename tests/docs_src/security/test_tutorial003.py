"""A complete login, without real hashes and tokens."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "security/tutorial003"


def test_login_gives_a_token_that_opens_the_profile(client: TestClient) -> None:
    """The token of the login identifies the member, and the hash stays inside."""
    response = client.post("/token", data={"username": "mira", "password": "harbor-lamp"})
    assert response.status_code == 200
    assert response.json() == {"access_token": "mira", "token_type": "bearer"}
    token = response.json()["access_token"]
    assert client.get("/members/me", headers={"authorization": f"Bearer {token}"}).json() == {
        "username": "mira",
        "email": "mira@library.example",
        "full_name": "Mira",
        "blocked": False,
    }


@pytest.mark.parametrize(("username", "password"), [("mira", "low-tide"), ("tomas", "harbor-lamp")])
def test_wrong_password_and_unknown_name_look_alike(
    client: TestClient, username: str, password: str
) -> None:
    """The answer does not tell which of the two was wrong."""
    response = client.post("/token", data={"username": username, "password": password})
    assert response.status_code == 400
    assert response.json() == {"detail": "Wrong username or password"}


@pytest.mark.parametrize("body", [{}, {"json": {"username": "mira", "password": "harbor-lamp"}}])
def test_an_empty_form_and_json_are_refused(client: TestClient, body: dict[str, Any]) -> None:
    """The fields have to arrive as a form."""
    response = client.post("/token", **body)
    assert response.status_code == 422
    assert [(error["type"], error["loc"]) for error in response.json()["detail"]] == [
        ("missing", ["body", "username"]),
        ("missing", ["body", "password"]),
    ]


def test_another_grant_type_is_refused(client: TestClient) -> None:
    """The grant type may be left out, but not be another one."""
    form = {"username": "mira", "password": "harbor-lamp", "grant_type": "authorization_code"}
    response = client.post("/token", data=form)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("string_pattern_mismatch", ["body", "grant_type"])


@pytest.mark.parametrize(
    ("headers", "detail"),
    [({}, "Not authenticated"), ({"authorization": "Bearer tomas"}, "Unknown token")],
)
def test_missing_and_unknown_tokens_are_refused(
    client: TestClient, headers: dict[str, str], detail: str
) -> None:
    """Both answers say how to authenticate."""
    response = client.get("/members/me", headers=headers)
    assert response.status_code == 401
    assert response.json() == {"detail": detail}
    assert response.headers["www-authenticate"] == "Bearer"


def test_a_blocked_member_is_refused(client: TestClient) -> None:
    """A blocked member can log in, and read nothing."""
    response = client.post("/token", data={"username": "jonas", "password": "low-tide"})
    assert response.status_code == 200
    response = client.get("/members/me", headers={"authorization": "Bearer jonas"})
    assert response.status_code == 400
    assert response.json() == {"detail": "Blocked member"}


def test_the_login_form_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI describes the fields that OAuth2 prescribes."""
    content = schema["paths"]["/token"]["post"]["requestBody"]["content"]
    reference = content["application/x-www-form-urlencoded"]["schema"]["$ref"]
    form = schema["components"]["schemas"][reference.rpartition("/")[2]]
    assert list(form["properties"]) == [
        "grant_type",
        "username",
        "password",
        "scope",
        "client_id",
        "client_secret",
    ]
    assert form["required"] == ["username", "password"]
