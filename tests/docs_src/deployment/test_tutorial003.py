"""What an app knows of its clients, behind a proxy that speaks HTTPS and strips a prefix."""

from __future__ import annotations

import json
from pathlib import Path

from fastapi.testclient import TestClient

from tests.docs_src.deployment.serving import get, serving, stripping_proxy

EXAMPLE = "deployment/tutorial003"

COMMAND = ["fastapi", "run", "tutorial003.py", "--host", "127.0.0.1", "--port", "{port}"]
FORWARDED = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.23"}


def test_the_link_repeats_how_the_app_was_asked(client: TestClient) -> None:
    """Without a proxy the link has the scheme and the host of the request."""
    assert client.get("/huts/7").json() == {
        "client": "testclient",
        "link": "http://testserver/huts/7",
    }


def test_the_app_alone_believes_no_header(client: TestClient) -> None:
    """It is the server that reads what a proxy says, not the app."""
    found = client.get("/huts/7", headers=FORWARDED).json()
    assert found == client.get("/huts/7").json()


def test_a_hut_is_a_number(client: TestClient) -> None:
    """Anything else is refused."""
    assert client.get("/huts/alpenrose").status_code == 422


def test_links_are_right_behind_a_stripping_proxy(root: Path) -> None:
    """With `--root-path` and a trusted proxy the client sees the address it can use."""
    command = [*COMMAND, "--root-path", "/trails"]
    with (
        serving(command, root / "docs_src/deployment") as server,
        stripping_proxy(server.port, "/trails", "huts.example") as proxy,
    ):
        hut = json.loads(get(proxy, "/trails/huts/7").text)
        assert hut == {"client": "198.51.100.23", "link": "https://huts.example/trails/huts/7"}
        assert "'/trails/openapi.json'" in get(proxy, "/trails/docs").text
        schema = json.loads(get(proxy, "/trails/openapi.json").text)
        assert schema["servers"] == [{"url": "/trails"}]
        redirect = get(proxy, "/trails/huts/7/")
        assert redirect.status == 307
        assert redirect.headers["location"] == "https://huts.example/trails/huts/7"
        assert get(proxy, "/huts/7").status == 404


def test_without_a_root_path_the_prefix_is_lost(root: Path) -> None:
    """The app can't know of a prefix that the proxy has taken away."""
    with (
        serving(COMMAND, root / "docs_src/deployment") as server,
        stripping_proxy(server.port, "/trails", "huts.example") as proxy,
    ):
        hut = json.loads(get(proxy, "/trails/huts/7").text)
        assert hut["link"] == "https://huts.example/huts/7"


def test_a_proxy_elsewhere_must_be_named(root: Path) -> None:
    """Headers of a sender that is not trusted change nothing."""
    command = [*COMMAND, "--forwarded-allow-ips", "203.0.113.80"]
    with serving(command, root / "docs_src/deployment") as server:
        hut = json.loads(server.get("/huts/7", FORWARDED).text)
        assert hut == {
            "client": "127.0.0.1",
            "link": f"http://127.0.0.1:{server.port}/huts/7",
        }


def test_everybody_on_this_computer_is_trusted_at_first(root: Path) -> None:
    """A proxy on the same machine is believed without any option; a host header in every case."""
    with serving(COMMAND, root / "docs_src/deployment") as server:
        told = {**FORWARDED, "Host": "huts.example", "X-Forwarded-Host": "other.example"}
        hut = json.loads(server.get("/huts/7", told).text)
        assert hut == {"client": "198.51.100.23", "link": "https://huts.example/huts/7"}


def test_the_environment_names_the_proxy_as_well(root: Path) -> None:
    """FORWARDED_ALLOW_IPS and PORT stand for the options of the same names."""
    command = COMMAND[:-2]
    environment = {"FORWARDED_ALLOW_IPS": "203.0.113.80", "PORT": "{port}"}
    folder = root / "docs_src/deployment"
    with serving(command, folder, environment=environment) as server:
        hut = json.loads(server.get("/huts/7", FORWARDED).text)
        assert hut["link"] == f"http://127.0.0.1:{server.port}/huts/7"
