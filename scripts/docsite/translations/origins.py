"""Origins: who wrote a translated section, a person or a machine, and who has reviewed it.

The sync record names what is not a person's own work, so a section without an entry is human:

```yaml
sync:
  origins:
    recap: machine
    install: machine, reviewed by Mira
```
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location

_MACHINE = "machine"
_REVIEWED = f"{_MACHINE}, reviewed by "


@dataclass(frozen=True, slots=True)
class Origin:
    """Who a section comes from."""

    is_machine: bool = False
    reviewer: str = ""
    """Who read a machine's text and stands for it."""

    @property
    def is_unread(self) -> bool:
        """Whether a machine wrote the section and no person has reviewed it."""
        return self.is_machine and not self.reviewer

    def __str__(self) -> str:
        """Return the origin as the sync record has it; one without an entry is `human`."""
        if not self.is_machine:
            return "human"
        return f"{_REVIEWED}{self.reviewer}" if self.reviewer else _MACHINE


HUMAN = Origin()
MACHINE = Origin(is_machine=True)


def parse(text: str, at: Location) -> Origin:
    """Return the origin that a sync record names; raises `DocsError` where it is none."""
    if text == _MACHINE:
        return MACHINE
    reviewer = text.removeprefix(_REVIEWED).strip()
    if reviewer and text.startswith(_REVIEWED):
        return Origin(is_machine=True, reviewer=reviewer)
    raise DocsError(
        f"the sync record names an unknown origin: {text}",
        at=at,
        hint=f"write `{_MACHINE}` or `{_REVIEWED}NAME`; a person's own work has no entry",
    )
