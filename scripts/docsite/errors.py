"""The one exception that users of the toolchain see."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scripts.docsite.model import Location


class DocsError(Exception):
    """A problem in the input, told so that the person who made it can mend it.

    The text is always `path:line: what is wrong` followed by what to do next.
    """

    def __init__(self, message: str, *, at: Location | None = None, hint: str = "") -> None:
        """Keep the parts and build the text.

        `message` says what is wrong, `at` where, `hint` what to do about it.
        """
        self.message = message
        self.location = at
        self.hint = hint
        where = f"{at}: " if at else ""
        super().__init__(f"{where}{message}" + (f"\n  → {hint}" if hint else ""))
