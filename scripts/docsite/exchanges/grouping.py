"""The blocks of a page in groups that run together."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges.elements import Block, HttpBlock

Group = tuple[Block, ...]


def groups(blocks: Iterable[Block]) -> tuple[Group, ...]:
    """Return the blocks of a page as groups that run together: a session, or one block.

    Raises `DocsError` where the blocks of a session are bound to different apps.
    """
    found: dict[object, list[Block]] = {}
    for block in blocks:
        session = block.session if isinstance(block, HttpBlock) else None
        found.setdefault(session or block.line, []).append(block)
    for group in found.values():
        first = group[0]
        for block in group[1:]:
            if isinstance(block, HttpBlock) and isinstance(first, HttpBlock):
                _check_session(first, block)
    return tuple(tuple(group) for group in found.values())


def _check_session(first: HttpBlock, block: HttpBlock) -> None:
    if (block.example, block.app) != (first.example, first.app):
        raise DocsError(
            f"session {block.session!r} began in line {first.line} with {first.app} of "
            f"{first.example}, and goes on with {block.app} of {block.example}",
            at=block.location,
            hint="blocks of one session are bound to the same app; choose another session name",
        )
