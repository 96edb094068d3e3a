"""The encoding of every source: UTF-8."""

from __future__ import annotations

from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location


def decoded(raw: bytes, path: str) -> str:
    """Return the text that `raw` is in UTF-8; `path` is the file that has it.

    Raises `DocsError` with the line of the first byte that is not UTF-8.
    """
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise DocsError(
            f"byte {error.start} is not UTF-8",
            at=Location(path, raw.count(b"\n", 0, error.start) + 1),
            hint="save the file in the encoding UTF-8",
        ) from error
