"""The extension through which mkdocstrings reads docstrings, see `mkdocs.yml`.

It is no hook, so that a build in which nothing of the code is documented anew need not load it.
"""

from __future__ import annotations

from typing import Any

import griffe

from scripts.docsite import docstrings


class MendedDocstrings(griffe.Extension):
    """Mends what the extension before it has found at the parameters of functions."""

    def on_function(self, *, func: griffe.Function, **kwargs: Any) -> None:
        """Mend the descriptions; a docstring that nobody has parsed yet holds none of them."""
        for section in vars(func.docstring).get("parsed", ()) if func.docstring else ():
            if isinstance(section, griffe.DocstringSectionParameters):
                for parameter in section.value:
                    parameter.description = docstrings.mended(parameter.description)
