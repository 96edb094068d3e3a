"""Settings of pages: what the theme can't read is told with what to write for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.docsite import settings
from scripts.docsite.markdown import scan


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        (
            "material/pencl",
            "the theme has no icon 'material/pencl'",
            "did you mean material/pencil?",
        ),
        ("pencil", "the theme has no icon 'pencil'", "did you mean material/pencil?"),
        ("pencil.svg", "the theme has no icon 'pencil.svg'", "write `icon: material/pencil`"),
        ("[pencil]", "`icon` is no text", "write `icon: material/pencil`"),
    ],
)
def test_an_icon_that_is_not_there_is_told(
    tmp_path: Path, written: str, message: str, hint: str
) -> None:
    """With the icon that may be meant, or how one is written."""
    document = scan(f"---\ntitle: Huts\nicon: {written}\n---\n")
    (finding,) = settings.check(document, "docs/en/huts.md", tmp_path)
    assert (str(finding.location), finding.message) == ("docs/en/huts.md:3", message)
    assert finding.hint == hint
