"""The words that our schemas may use, as `data_schemas` tells them, for the library that checks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

from jsonschema import Draft202012Validator, SchemaError, ValidationError, validators

from scripts.docsite import addresses
from scripts.docsite.yaml_file import KeyPath, key_path

_Errors = Iterator[ValidationError]
_LOGIN = re.compile(r"^[A-Za-z0-9](-?[A-Za-z0-9])*$")
_TRACKING = re.compile(r"[?&](utm_\w+|ref)=")


def errors(data: Any, schema: Any) -> _Errors:
    """Yield where data that JSON could hold break the schema."""
    yield from _Validator(schema).iter_errors(data)


def fault(schema: Any) -> tuple[KeyPath, str] | None:
    """Return where a schema is none, and why; None where it is one."""
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        return tuple(error.absolute_path), error.message
    return None


def _https(validator: Any, wanted: Any, instance: Any, schema: Any) -> _Errors:
    if isinstance(instance, str) and (wrong := addresses.problem(instance)):
        yield ValidationError(f"the address {instance!r} {wrong}")


def _login(validator: Any, wanted: Any, instance: Any, schema: Any) -> _Errors:
    if isinstance(instance, str) and not _LOGIN.match(instance):
        yield ValidationError(f"{instance!r} can't be the name of an account")


def _untracked(validator: Any, wanted: Any, instance: Any, schema: Any) -> _Errors:
    if isinstance(instance, str) and (match := _TRACKING.search(instance)):
        yield ValidationError(f"the address carries the tracking parameter `{match[1]}`")


def _required(validator: Any, wanted: Any, instance: Any, schema: Any) -> _Errors:
    if isinstance(instance, dict):
        for key in wanted:
            if key not in instance:
                yield ValidationError(f"`{key}` is missing")


def _additional(validator: Any, wanted: Any, instance: Any, schema: Any) -> _Errors:
    if wanted is not False:
        original = Draft202012Validator.VALIDATORS["additionalProperties"]
        yield from original(validator, wanted, instance, schema)
    elif isinstance(instance, dict):
        known = list(schema.get("properties", ()))
        for key in instance:
            if key not in known:
                names = ", ".join(f"`{name}`" for name in known)
                yield ValidationError(f"is no key here; there are {names}", path=[key])


def _unique(validator: Any, wanted: Any, instance: Any, schema: Any) -> _Errors:
    seen: dict[str, KeyPath] = {}
    for path, value in _values(instance, wanted, ()):
        first = seen.setdefault(str(value).casefold(), path)
        if first is not path:
            message = f"{value!r} stands here already, as {key_path(first)}"
            yield ValidationError(message, path=path)


def _unique_items(validator: Any, wanted: Any, instance: Any, schema: Any) -> _Errors:
    for index, value in enumerate(instance if isinstance(instance, list) else ()):
        if value in instance[:index]:
            message = f"{value!r} stands here already, as {key_path((instance.index(value),))}"
            yield ValidationError(message, path=[index])


def _values(instance: Any, wanted: str, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Yield every value of the key `wanted`, however deep, with its path."""
    if isinstance(instance, dict) and wanted in instance:
        yield (*path, wanted), instance[wanted]
    elif isinstance(instance, dict | list):
        entries = instance.items() if isinstance(instance, dict) else enumerate(instance)
        for key, entry in entries:
            yield from _values(entry, wanted, (*path, key))


def _descending(validator: Any, wanted: Any, instance: Any, schema: Any) -> _Errors:
    values = [pair for pair in _values(instance, wanted, ()) if isinstance(pair[1], int)]
    for (_, before), (path, value) in itertools.pairwise(values):
        if value > before:
            yield ValidationError(f"{value} stands below {before}", path=path)


def _keyed(validator: Any, wanted: Any, instance: Any, schema: Any) -> _Errors:
    for key, entry in instance.items() if isinstance(instance, dict) else ():
        value = entry.get(wanted) if isinstance(entry, dict) else None
        if isinstance(value, str) and value != key:
            message = f"{value!r} is not the key it stands below"
            yield ValidationError(message, path=[key, wanted])


_WORDS: dict[str, Callable[[Any, Any, Any, Any], _Errors]] = {
    "login": _login,
    "https": _https,
    "untracked": _untracked,
    "required": _required,
    "additionalProperties": _additional,
    "uniqueBy": _unique,
    "uniqueItems": _unique_items,
    "descendingBy": _descending,
    "keyedBy": _keyed,
}
_Validator: Any = validators.extend(Draft202012Validator, _WORDS)  # type: ignore[no-untyped-call]
