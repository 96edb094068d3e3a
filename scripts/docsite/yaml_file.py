"""A YAML file with the line of everything in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from scripts.docsite import encoding
from scripts.docsite.errors import DocsError
from scripts.docsite.markdown.front_matter import YAML_ERRORS, Loader, yaml_line, yaml_problem
from scripts.docsite.model import Location

KeyPath = tuple[str | int, ...]

_TEXT = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:merge")
"""What keys are that have the place of the text that they are written as."""


@dataclass(frozen=True)
class YamlFile:
    """A parsed file: its data, and the line of each key and item by its path in the data."""

    path: str
    data: Any
    lines: dict[KeyPath, int] = field(repr=False)

    def at(self, *keys: str | int) -> Location:
        """Return the place of the value that `keys` lead to, or of the nearest one around it."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return Location(self.path, self.lines.get(keys, 1))


def key_path(keys: KeyPath) -> str:
    """Return the path to a value as people write it: `Articles.English[3].title`."""
    text = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys)
    return text.removeprefix(".")


def load(root: Path, path: str, *, loader_type: type[yaml.SafeLoader] = Loader) -> YamlFile:
    """Return the YAML file `path` below `root`; `loader_type` makes the data from its nodes.

    Raises `DocsError` where the file is missing, and as `parse` does.
    """
    try:
        raw = (root / path).read_bytes()
    except FileNotFoundError as error:
        raise DocsError("the file is missing", at=Location(path), hint=f"create {path}") from error
    return parse(raw, path, loader_type=loader_type)


def parse(raw: bytes, path: str, *, loader_type: type[yaml.SafeLoader] = Loader) -> YamlFile:
    """Return the YAML file whose content is `raw`; `path` is where it stands.

    Raises `DocsError` with the line where it is not UTF-8, is no YAML, or names a key twice.
    """
    text = encoding.decoded(raw, path)
    loader = loader_type(text)
    try:
        node = loader.get_single_node()
        lines: dict[KeyPath, int] = {}
        if node is not None:
            _collect(node, (), YamlFile(path, None, lines), set(), loader)
        data = loader.construct_document(node) if node is not None else {}
    except YAML_ERRORS as error:
        raise DocsError(
            f"the file is no YAML: {yaml_problem(error)}",
            at=Location(path, yaml_line(error, text) or 1),
            hint="mend the line, or quote the value",
        ) from error
    finally:
        loader.dispose()
    return YamlFile(path, data, lines)


def texts(source: YamlFile, *, like: str) -> YamlFile:
    """Return the file, which is a mapping of names to texts as the file `like` is.

    Raises `DocsError` with the line where it is none.
    """
    if not isinstance(source.data, dict):
        raise DocsError(
            "the file is no mapping of names to texts",
            at=Location(source.path),
            hint=f"write one `name: text` a line, as in {like}",
        )
    for name, text in source.data.items():
        if not isinstance(name, str):
            raise no_text(source, name)
        if not isinstance(text, str):
            raise DocsError(
                f"what stands behind {name!r} is no text",
                at=source.at(name),
                hint="write a text behind the colon, in quotes where it looks like a number",
            )
    return source


def no_text(source: YamlFile, *keys: Any) -> DocsError:
    """Return the error that the last of the keys is a number, a date, true or false, or nothing."""
    return DocsError(
        f"the key {keys[-1]!r} is no text",
        at=source.at(*keys),
        hint="put it in quotes: YAML reads 0.10 as a number, and no as false",
    )


def _collect(
    node: yaml.Node, keys: KeyPath, file: YamlFile, seen: set[int], loader: yaml.SafeLoader
) -> None:
    """Add the lines of all that is in the node; an alias has the place of what is around it."""
    if id(node) in seen:
        return
    seen.add(id(node))
    file.lines.setdefault(keys, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                continue
            key = (*keys, key_node.value)
            line = key_node.start_mark.line + 1
            if key in file.lines:
                first = file.lines[key]
                raise DocsError(
                    f"the key {key_node.value!r} stands here twice, first in line {first}",
                    at=Location(file.path, line),
                    hint="keep one of them",
                )
            file.lines[key] = line
            if key_node.tag not in _TEXT:
                file.lines.setdefault((*keys, loader.construct_object(key_node)), line)
            _collect(value_node, key, file, seen, loader)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _collect(item, (*keys, index), file, seen, loader)
