"""Which page of the reference documents which object, and links that lead there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from scripts.docsite import markdown
from scripts.docsite.model import PageKey
from scripts.docsite.names.exceptions import Exceptions
from scripts.docsite.tree import Tree

FOLDER = "reference/"
_SPAN = re.compile(r"^(?P<name>[A-Za-z_][\w.]*)(?:\(\))?$")
_IS_OBJECT = re.compile(r"[A-Z_]")
"""What a last name alone must have to be taken for an object: `status` could be anything."""


@dataclass(frozen=True)
class Reference:
    """The documented objects by the names that pages use for them, and where names mean others."""

    objects: Mapping[str, tuple[PageKey, str]]
    """By full name and by last name: the page, and the anchor on it."""
    modules: Mapping[str, tuple[PageKey, str]]
    """The documented modules by last name: `status` in `status.HTTP_201_CREATED`."""
    exceptions: Exceptions

    @classmethod
    def of(cls, tree: Tree) -> Reference:
        """Return what the reference in the tree documents.

        Raises `DocsError` where a page or the list of exceptions can't be read.
        """
        full: dict[str, tuple[PageKey, str]] = {}
        last: dict[str, set[str]] = {}
        for key, page in tree.source_pages.items():
            if key.startswith(FOLDER):
                for found in page.document.auto_docs:
                    full[found.identifier] = (key, found.identifier)
                    last.setdefault(found.identifier.rpartition(".")[2], set()).add(
                        found.identifier
                    )
        alone = {name: full[min(ids)] for name, ids in last.items() if len(ids) == 1}
        objects = {name: at for name, at in alone.items() if _IS_OBJECT.search(name)}
        modules = {name: at for name, at in alone.items() if name not in objects}
        return cls(
            MappingProxyType(full | objects),
            MappingProxyType(modules),
            Exceptions.of(tree.root),
        )

    @cached_property
    def identity(self) -> str:
        """What is the same for two references exactly where they make the same links."""
        exceptions = [(entry.name, entry.places) for entry in self.exceptions.entries]
        return repr((sorted(self.objects.items()), sorted(self.modules.items()), exceptions))

    def place(self, text: str) -> tuple[PageKey, str] | None:
        """Return the page and the anchor of the object that inline code names, or None."""
        match = _SPAN.match(text)
        if match is None:
            return None
        name = match["name"]
        if name in self.objects:
            return self.objects[name]
        module, _, constant = name.removeprefix("fastapi.").partition(".")
        if module in self.modules and constant.isidentifier() and constant.isupper():
            key, anchor = self.modules[module]
            return key, f"{anchor}.{constant}"
        return None

    def linked(self, text: str, page: PageKey, path: str) -> str:
        """Return a page's text with a link at each name, once a section.

        Names that stand on the page of their own documentation stay as they are. Raises
        `DocsError` where the page's structure can't be read.
        """
        if not any(f"`{name}" in text for name in (*self.objects, *self.modules)):
            return text
        folder = posixpath.dirname(page) or "."

        def address(section: str, name: str) -> str | None:
            place = self.place(name)
            if place is None or place[0] == page or self.exceptions.has(name, page, section):
                return None
            return f"{posixpath.relpath(place[0], folder)}#{place[1]}"

        return markdown.with_code_linked(markdown.scan(text, path), address)
