"""Titles of admonitions in the page's language."""

from __future__ import annotations

from scripts.docsite import admonitions

LABELS = {"admonition_tip": "Consejo", "admonition_note": "Nota"}
PAGE = """\
# Inicio { #home }

/// tip
Texto.
///

//// note | Propio
/// tip
Dentro.
///
////

/// details
Plegado.
///

```
/// tip
```
"""


def test_blocks_without_a_title_get_their_kinds_word() -> None:
    """Titles that are there stay, other kinds and code are left alone."""
    expected = PAGE.split("\n")
    expected[2] = expected[7] = "/// tip | Consejo"
    assert admonitions.titled(PAGE, "docs/es/index.md", LABELS).split("\n") == expected
