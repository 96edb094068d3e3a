"""The words the whole library speaks: pages, places and findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NewType

PageKey = NewType("PageKey", str)
"""A page's path below its language folder, `/`-separated: `tutorial/first-steps.md`."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file: its path from the root, `/`-separated, and a line from 1."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        """Return `path:line`, the form every editor and terminal can open."""
        return f"{self.path}:{self.line}"


class Severity(Enum):
    """How a finding counts: an error fails a check, a warning is only told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something a check found: where, which rule, what is wrong and what to do."""

    location: Location
    code: str
    message: str
    hint: str = ""
    severity: Severity = field(default=Severity.ERROR, compare=False)

    def __str__(self) -> str:
        """Return the finding as a terminal line, the remedy on a second one."""
        line = f"{self.location}: {self.code} {self.message}"
        return f"{line}\n  → {self.hint}" if self.hint else line
