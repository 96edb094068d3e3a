"""What a data file must be like: JSON Schema, with six words of our own.

`data/schemas/NAME.json` describes `data/NAME.yml`. Beside the words of JSON Schema it may use

- `"login": true`: the text can be the name of a GitHub account;
- `"https": true`: the text is an address that begins with https:// and is safe to link to;
- `"untracked": true`: the address carries no parameter that says where a reader came from;
- `"uniqueBy": "login"`: no two entries below agree in that key, letter case aside;
- `"descendingBy": "count"`: the entries are sorted by that key, the highest first;
- `"keyedBy": "login"`: in this mapping each key repeats its entry's value of that key.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

from jsonschema import Draft202012Validator, ValidationError, validators

from scripts.docsite import addresses
from scripts.docsite.model import Finding
from scripts.docsite.yaml_file import KeyPath, YamlFile

_Errors = Iterator[ValidationError]
_KINDS = {
    "string": "a text",
    "integer": "a whole number",
    "array": "a list",
    "object": "a mapping",
}
_CODES = {
    "https": "D003",
    "untracked": "D003",
    "uniqueBy": "D004",
    "uniqueItems": "D004",
    "descendingBy": "D005",
}
_LOGIN = re.compile(r"^[A-Za-z0-9](-?[A-Za-z0-9])*$")
_TRACKING = re.compile(r"[?&](utm_\w+|ref)=")
_HINTS = {
    "https": "give an https:// address",
    "uniqueBy": "keep one of them",
    "descendingBy": "sort the entries, the highest first",
    "keyedBy": "let the key repeat the entry's own value",
    "required": "add it",
    "additionalProperties": "mend the name, or remove it",
    "login": "write it as GitHub does",
    "minLength": "write a text",
    "minimum": "write a higher number",
    "uniqueItems": "keep one of them",
    "untracked": "take it out: our readers do not come from where it says",
}


def violations(source: YamlFile, schema: Any) -> tuple[Finding, ...]:
    """Return where the file's data break the schema, in the order of their lines."""
    if found := list(_unfit(source, source.data, (), set())):
        return tuple(found)
    validator = _Validator(schema)
    return tuple(sorted(_finding(source, error) for error in validator.iter_errors(source.data)))


def key_path(keys: KeyPath) -> str:
    """Return the path to a value as people write it: `Articles.English[3].title`."""
    text = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys)
    return text.removeprefix(".")


def _unfit(source: YamlFile, value: Any, keys: KeyPath, seen: set[int]) -> Iterator[Finding]:
    """Find what YAML can say and JSON can't: keys that are no text, and aliases."""
    if not isinstance(value, dict | list):
        return
    at, where = source.at(*keys), key_path(keys) or "the file"
    if id(value) in seen:
        hint = "write it out instead of using an alias"
        yield Finding(at, "D002", f"{where}: repeats another entry by an alias", hint)
        return
    seen.add(id(value))
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, entry in entries:
        if isinstance(value, dict) and not isinstance(key, str):
            place = source.at(*keys, str(key))
            yield Finding(place, "D002", f"{where}: the key {key!r} is no text", "quote it")
        else:
            yield from _unfit(source, entry, (*keys, key), seen)


def _finding(source: YamlFile, error: ValidationError) -> Finding:
    keys = tuple(error.absolute_path)
    word = str(error.validator)
    message = error.message
    hint = _HINTS.get(word, "")
    if word == "type":
        wanted = _KINDS[str(error.validator_value)]
        message, hint = f"is not {wanted}", f"write {wanted}"
        scalar = not isinstance(error.instance, dict | list | None)
        if scalar and error.validator_value == "string":
            hint = f'quote it: "{error.instance}"'
    text = f"{key_path(keys)}: {message}" if keys else message
    return Finding(source.at(*keys), _CODES.get(word, "D002"), text, hint)


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
