"""What running a block came to: the text that would be true, and what is wrong."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.docsite.exchanges import faults
from scripts.docsite.exchanges.elements import Block
from scripts.docsite.exchanges.faults import Fault
from scripts.docsite.languages import DOCS
from scripts.docsite.model import Finding, Location

_CONTEXT = 2
_MOST = 6


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines of a page, from 1 and both inclusive, and what they would have to say."""

    first: int
    last: int
    """Before `first` where the edit only adds lines."""
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One turn of a block that was run: what differs, how to mend it, what was refused."""

    path: str
    line: int
    differences: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A block that was run: what would make it true, and what is wrong with it."""

    block: Block
    edits: tuple[Edit, ...]
    """What `docs examples update` would change; empty where the block is true."""
    findings: tuple[Finding, ...]

    @property
    def content(self) -> str:
        """The content of the fence with the edits made."""
        return edited(self.block, self.edits)


def edited(block: Block, edits: Sequence[Edit]) -> str:
    """Return the content of a block's fence with the edits made."""
    lines = block.fence.content.splitlines()
    for edit in sorted(edits, key=lambda edit: edit.first, reverse=True):
        start = edit.first - block.fence.line - 1
        lines[start : edit.last - block.fence.line] = edit.lines
    return "".join(f"{line}\n" for line in lines)


def untrue(block: Block, line: int, edits: Sequence[Edit], differences: Sequence[str]) -> Finding:
    """Return the finding that what stands at `line` is not what is real."""
    places = [f"  {difference}" for difference in differences[:_MOST]]
    if len(differences) > _MOST:
        places.append(f"  and {len(differences) - _MOST} more")
    diff = difflib.unified_diff(
        block.fence.content.splitlines(),
        edited(block, edits).splitlines(),
        f"{block.location} as shown",
        "as it is",
        n=_CONTEXT,
        lineterm="",
    )
    message = "\n".join(["what is shown is not what is real", *places, *diff])
    return Finding(Location(block.path, line), faults.UNTRUE, message, mend(block.path))


def mend(path: str) -> str:
    """Return the hint that names the command which mends a page."""
    parts = path.split("/")
    page = "/".join(parts[2:]) if parts[0] == DOCS else path
    return f"`docs examples update {page}` puts what is real into every language"
