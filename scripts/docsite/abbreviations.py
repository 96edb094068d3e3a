"""Abbreviations: `data/abbreviations/` explains them in each language, and so does every page."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from scripts.docsite import yaml_file
from scripts.docsite.languages import SOURCE
from scripts.docsite.yaml_file import YamlFile

FOLDER = "data/abbreviations"


def path(code: str) -> str:
    """Return the path, from the root, of the file in one language."""
    return f"{FOLDER}/{code}.yml"


def file(root: Path, code: str) -> YamlFile:
    """Return the file of one language, with the line of each abbreviation.

    Raises `DocsError` where it is missing, or no mapping of abbreviations to texts.
    """
    return yaml_file.texts(yaml_file.load(root, path(code)), like=path(SOURCE))


def explained(root: Path, code: str) -> Mapping[str, str]:
    """Return the abbreviations with what they mean in one language; in English where it has none.

    Raises `DocsError` where the file can't be read as one.
    """
    for place in (path(code), path(SOURCE)):
        # Not asked for first whether it is there: what a page tries to open is what it depends on.
        with suppress(FileNotFoundError):
            return _explained((root / place).read_bytes(), place)
    return MappingProxyType({})


@lru_cache(maxsize=64)
def _explained(raw: bytes, place: str) -> Mapping[str, str]:
    """Return what a file explains; the pages of a language all read the same one."""
    found = yaml_file.texts(yaml_file.parse(raw, place), like=path(SOURCE)).data
    lines = {name: " ".join(text.split()) for name, text in found.items()}
    return MappingProxyType({name: line for name, line in lines.items() if line})


def defined(text: str, explanations: Mapping[str, str]) -> str:
    """Return the page's text with the definitions of the abbreviations at its end."""
    lines = [f"*[{name}]: {explanation}" for name, explanation in explanations.items()]
    return "\n".join([text, "", *lines, ""]) if lines else text
