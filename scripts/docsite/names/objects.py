"""Objects of FastAPI and the packages around it: whether a name leads to one, and what is near."""

from __future__ import annotations

import ast
import difflib
import importlib
import importlib.util
import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType
from typing import Any

PACKAGES = ("fastapi", "starlette", "pydantic", "pydantic_settings", "sqlmodel", "uvicorn")
"""The packages whose objects pages name in full."""

_FULL = re.compile(
    rf"^(?P<name>(?:{'|'.join(PACKAGES)})(?:\.[A-Za-z_]\w*)+)(?:\(.*\))?$", re.DOTALL
)
_FILE_ENDINGS = ("com", "html", "io", "json", "md", "py", "toml", "yml")
_MEMBER = re.compile(r"^(?P<name>[A-Z]\w*(?:\.[A-Za-z_]\w*)+)(?:\(.*\))?$", re.DOTALL)
_CLASS = re.compile(r"^(?P<name>[A-Z]\w*[a-z]\w*)(?:\(.*\))?$", re.DOTALL)
_OFFERING = (
    "fastapi",
    "fastapi.exceptions",
    "fastapi.middleware.cors",
    "fastapi.middleware.gzip",
    "fastapi.middleware.httpsredirect",
    "fastapi.middleware.trustedhost",
    "fastapi.requests",
    "fastapi.responses",
    "fastapi.routing",
    "fastapi.security",
    "fastapi.sse",
    "fastapi.staticfiles",
    "fastapi.templating",
    "fastapi.testclient",
    "fastapi.websockets",
)
"""The modules whose classes pages name without the module."""
_AROUND = (
    "builtins",
    "pydantic",
    "starlette.applications",
    "starlette.background",
    "starlette.datastructures",
    "starlette.exceptions",
    "starlette.middleware",
    "starlette.requests",
    "starlette.responses",
    "starlette.routing",
    "typing",
)
"""Where names are from that only look like one of FastAPI's."""
_SHORTEST = 6
"""Letters that a name needs for one like it to be a misspelling rather than another word."""
_ALIKE = 0.85


def full_name(text: str) -> str | None:
    """Return the full name that inline code is, `fastapi.Query` or a call of it, or None."""
    match = _FULL.match(text)
    if match is None or match["name"].endswith(tuple(f".{end}" for end in _FILE_ENDINGS)):
        return None
    return match["name"]


def member_name(text: str) -> str | None:
    """Return the full name where inline code is a member of a class of FastAPI's, or None."""
    match = _MEMBER.match(text)
    if match is None or match["name"].partition(".")[0] not in public():
        return None
    return f"fastapi.{match['name']}"


def class_name(text: str) -> str | None:
    """Return the name where inline code can be that of a class, or a call of it, or None."""
    match = _CLASS.match(text)
    return match["name"] if match else None


def imported(code: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the full name of all that Python code imports from the packages."""
    try:
        with warnings.catch_warnings(action="ignore"):
            module = ast.parse(code)
    except (SyntaxError, ValueError):
        return
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [f"{node.module}.{alias.name}" for alias in node.names if alias.name != "*"]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from ((node.lineno, name) for name in names if name.partition(".")[0] in PACKAGES)


@lru_cache(maxsize=4096)
def exists(name: str) -> bool:
    """Whether a full name leads to a module, an object in one, or an attribute of an object."""
    return _resolved(name) is not None


def near(name: str) -> str | None:
    """Return the full name that is most like one that leads nowhere, or None."""
    parent, _, last = name.rpartition(".")
    if not parent:
        return None
    found = _resolved(parent)
    if found is None:
        better = near(parent)
        return f"{better}.{last}" if better and exists(f"{better}.{last}") else better
    alike = difflib.get_close_matches(last, _members(found[0]), n=1)
    return f"{parent}.{alike[0]}" if alike else None


def misspelt(name: str, known: frozenset[str]) -> str | None:
    """Return the class of FastAPI's that a name is nearly, unless the name itself is `known`."""
    if len(name) < _SHORTEST or name in known or name in _vocabulary():
        return None
    alike = difflib.get_close_matches(name, sorted(public()), n=1, cutoff=_ALIKE)
    return alike[0] if alike else None


@lru_cache(maxsize=1)
def public() -> frozenset[str]:
    """Return the classes and functions that FastAPI's modules offer to import."""
    found = (vars(importlib.import_module(module)) for module in _OFFERING)
    return frozenset(name for names in found for name in names if _CLASS.match(name))


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    return public().union(*(dir(importlib.import_module(module)) for module in _AROUND))


def _resolved(name: str) -> tuple[Any] | None:
    """Return the object of a full name, in a tuple because it can be None; None for no object."""
    parts = name.split(".")
    if "__main__" in parts:  # importing it would start the program
        return None
    found: Any = _module(parts[0])
    for index, part in enumerate(parts[1:], 2):
        if found is None:
            return None
        try:
            with warnings.catch_warnings(action="ignore"):
                found = getattr(found, part)
        except Exception:  # Pydantic raises errors of its own for what it has removed
            inner = _module(".".join(parts[:index])) if isinstance(found, ModuleType) else None
            if inner is None:
                return (None,) if index == len(parts) and part in _of_objects(found) else None
            found = inner
    return None if found is None and len(parts) == 1 else (found,)


def _module(name: str) -> ModuleType | None:
    try:
        with warnings.catch_warnings(action="ignore"):
            return importlib.import_module(name)
    except Exception:
        return None


def _members(found: Any) -> list[str]:
    return [name for name in (*dir(found), *_of_objects(found)) if not name.startswith("_")]


def _of_objects(found: Any) -> Iterator[str]:
    """Yield what objects of a class may have that the class itself does not have."""
    for base in found.__mro__ if isinstance(found, type) else ():
        yield from vars(base).get("__annotations__", ())
        code = getattr(getattr(base, "__init__", None), "__code__", None)
        yield from code.co_names if code else ()
