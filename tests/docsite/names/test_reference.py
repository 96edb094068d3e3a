"""Which names lead to which page of the reference."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from scripts.docsite.model import PageKey
from scripts.docsite.names import Reference
from tests.support import Project

REFERENCE = {
    "docs/en/reference/app.md": "# App { #app }\n\n::: fastapi.FastAPI\n\n::: fastapi.Query\n",
    "docs/en/reference/security/index.md": "# Security { #s }\n\n::: fastapi.security.OAuth2\n",
    "docs/en/reference/status.md": "# Status { #status }\n\n::: fastapi.status\n",
    "docs/en/reference/two.md": "# Two { #two }\n\n::: fastapi.a.Twice\n\n::: fastapi.b.Twice\n",
    "docs/en/other.md": "# Other { #other }\n\n::: fastapi.Other\n",
    "data/names.yml": (
        "exceptions:\n"
        "  - name: Query\n"
        '    at: ["tutorial/page.md#graphql"]\n'
        "    reason: A class of the page's own.\n"
    ),
}


@pytest.fixture
def reference(make_project: Callable[[Mapping[str, str | bytes | None]], Project]) -> Reference:
    """Return the reference of a small project."""
    return Reference.of(make_project(REFERENCE).tree)


@pytest.mark.parametrize(
    ("text", "page", "anchor"),
    [
        ("FastAPI", "reference/app.md", "fastapi.FastAPI"),
        ("FastAPI()", "reference/app.md", "fastapi.FastAPI"),
        ("fastapi.FastAPI", "reference/app.md", "fastapi.FastAPI"),
        ("OAuth2", "reference/security/index.md", "fastapi.security.OAuth2"),
        ("fastapi.status", "reference/status.md", "fastapi.status"),
        ("status.HTTP_200_OK", "reference/status.md", "fastapi.status.HTTP_200_OK"),
        ("fastapi.status.HTTP_200_OK", "reference/status.md", "fastapi.status.HTTP_200_OK"),
        ("fastapi.a.Twice", "reference/two.md", "fastapi.a.Twice"),
    ],
)
def test_a_documented_object_has_a_place(
    reference: Reference, text: str, page: str, anchor: str
) -> None:
    """By its full name, and by its last name where only one object has it."""
    assert reference.place(text) == (page, anchor)


@pytest.mark.parametrize(
    "text", ["status", "status.code", "Twice", "Other", "FastAPI(title=…)", "FastAPI.get", "x y"]
)
def test_other_code_has_none(reference: Reference, text: str) -> None:
    """Words that could be anything, two objects of one name, calls, what is documented nowhere."""
    assert reference.place(text) is None


@pytest.mark.parametrize(
    ("page", "text", "expected"),
    [
        ("tutorial/page.md", "`FastAPI`", "[`FastAPI`](../reference/app.md#fastapi.FastAPI)"),
        ("page.md", "`OAuth2`", "[`OAuth2`](reference/security/index.md#fastapi.security.OAuth2)"),
        ("reference/app.md", "`FastAPI`", "`FastAPI`"),
        ("tutorial/page.md", "## X { #graphql }\n\n`Query`", "## X { #graphql }\n\n`Query`"),
        ("tutorial/page.md", "Nothing.", "Nothing."),
    ],
    ids=["a folder down", "at the top", "its own page", "an exception", "no name"],
)
def test_names_lead_there(reference: Reference, page: str, text: str, expected: str) -> None:
    """From the folder of the page; where a name means something else it stays as it is."""
    assert reference.linked(text, PageKey(page), f"docs/en/{page}") == expected
