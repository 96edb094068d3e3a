"""What can be said of a page's blocks without running anything: findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import apps, faults, grouping, notation
from scripts.docsite.exchanges.elements import Block, ConsoleBlock
from scripts.docsite.markdown import Document, Fence
from scripts.docsite.model import Finding, Location

_UNBOUND = {
    "http": 'bind it to what answers: example="topic/tutorial001.py"',
    "json": 'show an answer in an http block, a schema with openapi="topic/tutorial001.py#/paths"',
    "console": 'bind it to what prints it: run="python docs_src/topic/tutorial001.py"',
}


def check(root: Path, document: Document, path: str) -> tuple[Finding, ...]:
    """Return what is wrong with the blocks of the page `path`; nothing is run for it.

    A block that shows an answer and is bound to nothing, a binding to a missing example or to a
    name that the example does not have, a text that can't be read, a session of two apps.
    """
    found: list[Finding] = []
    blocks: list[Block] = []
    for fence in document.fences:
        try:
            block = notation.parse(fence, path)
            if block is not None:
                blocks.append(block)
                found += _bound(root, block)
            elif is_unbound(fence):
                found.append(_unbound(fence, path))
        except DocsError as error:
            found.append(_told(error, path, fence))
    try:
        grouping.groups(blocks)
    except DocsError as error:
        found.append(_told(error, path, blocks[0].fence, faults.MIXED_SESSION))
    return tuple(found)


def is_unbound(fence: Fence) -> bool:
    """Return whether a fence shows what an app answers, and says neither from where nor why not.

    A console session of commands alone shows no answer.
    """
    if fence.language not in notation.BINDING or notation.options(fence):
        return False
    return not (fence.language == "console" and notation.is_commands_only(fence))


def _unbound(fence: Fence, path: str) -> Finding:
    kind = fence.language
    return Finding(
        Location(path, fence.line),
        faults.UNBOUND,
        f"the {kind} block shows an output that nothing produces",
        f'{_UNBOUND[kind]}; or say why that can\'t be: {notation.STATIC}="reason"',
    )


def _bound(root: Path, block: Block) -> Iterator[Finding]:
    if isinstance(block, ConsoleBlock):
        return
    try:
        example = apps.find(root, block.example, block.location)
    except DocsError as error:
        yield _told(error, block.path, block.fence, faults.NO_EXAMPLE)
        return
    if not apps.has_name(example, block.app):
        yield apps.no_app(example, block.app).fault.at(block.location)


def _told(error: DocsError, path: str, fence: Fence, code: str = faults.UNREADABLE) -> Finding:
    at = error.location or Location(path, fence.line)
    return Finding(at, code, error.message, error.hint)
