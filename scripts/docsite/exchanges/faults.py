"""What can be wrong with a block, and with an example that runs: codes and one exception."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.docsite.model import Finding, Location

UNBOUND = "X001"
NO_EXAMPLE = "X002"
NO_APP = "X003"
UNREADABLE = "X004"
MIXED_SESSION = "X005"
UNTRUE = "X101"
EXITS = "X102"
NETWORK = "X103"
WRITES_OUTSIDE = "X104"
STARTS_PROCESS = "X105"
LEAVES_THREAD = "X106"
CHANGES_ENVIRONMENT = "X107"
NEVER_ENDS = "X108"
NOT_LOADED = "X109"
VARIANT = "X110"
COMMAND = "X111"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that an example does and must not, before it has a place in a page."""

    code: str
    message: str
    hint: str

    def at(self, location: Location) -> Finding:
        """Return the finding that the fault is at a place."""
        return Finding(location, self.code, self.message, self.hint)


class Faulty(Exception):
    """Ends a run because of a fault; caught where the place in the page is known."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        """Keep the fault."""
        self.fault = Fault(code, message, hint)
        super().__init__(message)
