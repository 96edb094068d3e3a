"""The English pages of earlier days, from git, by their blob ids: dates are never asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError
from scripts.docsite.translations import git
from scripts.docsite.translations.sections import Section, sections


def text(root: Path, blob: str) -> str | None:
    """Return the file that git knows as `blob`; None where its history is not there."""
    try:
        found = git.run(root, ["cat-file", "blob", blob])
    except DocsError:
        return None
    return found.stdout.decode("utf-8", "replace") if found.returncode == 0 else None


def old_sections(root: Path, blob: str) -> Mapping[str, Section] | None:
    """Return the sections of the English page that was `blob`; None where it can't be had."""
    found = text(root, blob)
    if found is None:
        return None
    try:
        return {section.id: section for section in sections(markdown.scan(found))}
    except DocsError:
        return None
