"""The extension through which mkdocstrings reads docstrings, see `mkdocs.yml`.

It is no hook, so that a build in which nothing of the code is documented anew need not load it.
"""

from __future__ import annotations

from typing import Any

import griffe

from scripts.docsite import docstrings


class MendedDocstrings(griffe.Extension):
    """Mends docstrings, and what the extension before has found at parameters of functions."""

    def on_object(self, *, obj: griffe.Object, **kwargs: Any) -> None:
        """Put the headings of a docstring right below the object, parsed already or not."""
        if obj.docstring is None:
            return
        for section in vars(obj.docstring).get("parsed", ()):
            if isinstance(section, griffe.DocstringSectionText):
                section.value = docstrings.raised(section.value)
        obj.docstring.value = docstrings.raised(obj.docstring.value)

    def on_function(self, *, func: griffe.Function, **kwargs: Any) -> None:
        """Mend the descriptions; a docstring that nobody has parsed yet holds none of them."""
        for section in vars(func.docstring).get("parsed", ()) if func.docstring else ():
            if isinstance(section, griffe.DocstringSectionParameters):
                for parameter in section.value:
                    parameter.description = docstrings.mended(parameter.description)
