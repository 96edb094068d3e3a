"""The YAML block that opens a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import yaml
from yaml.constructor import ConstructorError

from scripts.docsite.errors import DocsError
from scripts.docsite.markdown import plain_yaml
from scripts.docsite.model import Location

YAML_ERRORS = (yaml.YAMLError, ValueError, RecursionError)
_OPEN = re.compile(r"\A---[ \t]*$")
_CLOSE = re.compile(r"^(---|\.\.\.)[ \t]*$")


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The loader of YAML that says of every value where it stands, if it can't be read."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """Return what the node means."""
        try:
            return super().construct_object(node, deep)
        except (ValueError, KeyError, AttributeError) as error:
            # PyYAML lets the errors of int(), date() and the like through: `date: 2026-02-30`.
            problem = f"a value can't be read ({error})"
            raise ConstructorError(problem=problem, problem_mark=node.start_mark) from error


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A page's metadata: the mapping, and the line of its closing mark (0 without one)."""

    data: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    end_line: int = 0


def parse(lines: list[str], path: str) -> FrontMatter:
    """Return the front matter of the page `path`, whose lines are given.

    Raises `DocsError` with the line where the block is not closed, is no YAML, or no mapping.
    """
    if not lines or not _OPEN.match(lines[0]):
        return FrontMatter()
    end = next((i for i, line in enumerate(lines) if i and _CLOSE.match(line)), None)
    if end is None:
        raise DocsError(
            "the front matter is not closed",
            at=Location(path, 1),
            hint="end it with a line that holds three hyphens: ---",
        )
    block = "\n".join(lines[1:end])
    try:
        data = plain_yaml.read(f"{block}\n")
        if data is None:
            data = yaml.load(block, Loader=Loader)
    except YAML_ERRORS as error:
        raise DocsError(
            f"the front matter is no YAML: {yaml_problem(error)}",
            at=Location(path, yaml_line(error, f"{block}\n") + 1),
            hint="quote values that hold a colon or start with a special character",
        ) from error
    if data is None:
        data = {}
    if not isinstance(data, dict):
        raise DocsError(
            "the front matter is no mapping",
            at=Location(path, 2),
            hint="write lines of the form `key: value`",
        )
    return FrontMatter(MappingProxyType(data), end + 1)


def yaml_problem(error: Exception) -> str:
    """Return in a few words what an error of `YAML_ERRORS` says."""
    if isinstance(error, yaml.reader.ReaderError):
        return f"the character U+{error.character:04X} can't stand in it"
    return getattr(error, "problem", None) or "it can't be read"


def yaml_line(error: Exception, text: str) -> int:
    """Return the line of the text that an error of `YAML_ERRORS` is about; 0 if it is not known."""
    if isinstance(error, yaml.reader.ReaderError):
        return text.count("\n", 0, text.index(chr(error.character))) + 1
    mark = getattr(error, "problem_mark", None)
    return min(mark.line, text.count("\n")) + 1 if mark else 0


def with_front_matter(text: str, data: Mapping[str, Any]) -> str:
    """Return the page `text` with its front matter replaced by `data` (removed when empty).

    Keys keep the order of `data`; texts that are not ASCII stay readable.
    """
    lines = text.split("\n")
    end = 0
    if lines and _OPEN.match(lines[0]):
        end = next((i + 1 for i, line in enumerate(lines[1:], 1) if _CLOSE.match(line)), 0)
    body = "\n".join(lines[end:])
    if not data:
        return body
    block = yaml.safe_dump(dict(data), sort_keys=False, allow_unicode=True, width=1000)
    return f"---\n{block}---\n{body}"
