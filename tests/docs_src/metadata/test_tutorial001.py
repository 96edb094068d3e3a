"""Everything that an app can say about itself."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "metadata/tutorial001"


def test_info(schema: dict[str, Any]) -> None:
    """OpenAPI's `info` holds each argument under OpenAPI's name."""
    assert schema["info"] == {
        "title": "Trailhead",
        "summary": "Huts, beds and bookings.",
        "description": (
            "\nFind a **mountain hut**, see how many beds are free, and book them.\n\n"
            "* Huts can be *searched*.\n* Bookings are _not possible yet_.\n"
        ),
        "version": "2.4.0",
        "termsOfService": "https://trailhead.example/terms",
        "contact": {
            "name": "The hut keepers",
            "url": "https://trailhead.example/contact",
            "email": "keepers@trailhead.example",
        },
        "license": {
            "name": "Apache 2.0",
            "url": "https://www.apache.org/licenses/LICENSE-2.0.html",
        },
    }


def test_path_operation(client: TestClient) -> None:
    """The app itself is the same as ever."""
    assert client.get("/huts").json() == ["Alpenrose", "Birkenhof", "Steinbock"]
