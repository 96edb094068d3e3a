"""Tags, which don't change the operation ids."""

from __future__ import annotations

from typing import Any

EXAMPLE = "generate_clients/tutorial002"


def test_tags_leave_the_ids_alone(ids: list[str], schema: dict[str, Any]) -> None:
    """The id is made as if there were no tags."""
    assert ids == ["list_books_books_get", "add_book_books_post", "add_member_members_post"]
    assert schema["paths"]["/members"]["post"]["tags"] == ["members"]
