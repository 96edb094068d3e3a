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

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from scripts.docsite.errors import DocsError
from scripts.docsite.model import Finding
from scripts.docsite.yaml_file import KeyPath, YamlFile, key_path

if TYPE_CHECKING:
    from jsonschema import ValidationError

_KINDS = {
    "string": "a text",
    "integer": "a whole number",
    "array": "a list",
    "object": "a mapping",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing",
}
_CODES = {
    "https": "D003",
    "untracked": "D003",
    "uniqueBy": "D004",
    "uniqueItems": "D004",
    "descendingBy": "D005",
}
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


_TOLD = ("$schema", "title", "description", "type")
_SIMPLE = {
    "string": {"minLength"},
    "array": {"items", "minItems", "uniqueItems"},
    "object": {"properties", "required", "additionalProperties"},
}
"""The words of schemas that `fits` knows, by the kind of the value."""


def violations(source: YamlFile, schema: YamlFile) -> tuple[Finding, ...]:
    """Return where the file's data break the schema, in the order of their lines.

    Raises `DocsError` with the line where what the data need of the schema is none.
    """
    if found := list(_unfit(source, source.data, (), set())):
        return tuple(found)
    with suppress(AttributeError, TypeError):  # as the library tells
        if fits(source.data, schema.data):
            return ()
    from scripts.docsite import schema_words  # what it needs is only imported where it is used

    if wrong := schema_words.fault(schema.data):
        keys, message = wrong
        hint = "write what JSON Schema asks for"
        raise DocsError(f"the schema is none: {message}", at=schema.at(*keys), hint=hint)
    errors = schema_words.errors(source.data, schema.data)
    return tuple(sorted(_finding(source, error) for error in errors))


def fits(value: Any, schema: Any) -> bool:
    """Whether a value is sure to fit a schema: one of the words here alone, and true to them.

    It spares the library that checks where it would find nothing: to import it takes longer.
    """
    kind = schema.get("type") if isinstance(schema, dict) else None
    words = _SIMPLE.get(kind) if isinstance(kind, str) else None
    if words is None or not schema.keys() <= {*_TOLD, *words}:
        return False
    if kind == "string":
        return isinstance(value, str) and len(value) >= schema.get("minLength", 0)
    if kind == "array":
        is_long = isinstance(value, list) and len(value) >= schema.get("minItems", 0)
        is_unique = is_long and len({*map(str, value)}) == len(value)
        return is_unique and all(fits(entry, schema.get("items", {})) for entry in value)
    if not isinstance(value, dict) or not {*schema.get("required", ())} <= value.keys():
        return False
    known, more = schema.get("properties", {}), schema.get("additionalProperties", {})
    wanted = ((entry, known.get(key, more)) for key, entry in value.items())
    return all(fits(entry, inner) for entry, inner in wanted)


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
            place = source.at(*keys, key)
            yield Finding(place, "D002", f"{where}: the key {key!r} is no text", "quote it")
        else:
            yield from _unfit(source, entry, (*keys, key), seen)


def _finding(source: YamlFile, error: ValidationError) -> Finding:
    keys = tuple(error.absolute_path)
    word = str(error.validator)
    message = error.message
    hint = _HINTS.get(word, "")
    if word == "type":
        kinds: Any = error.validator_value
        names = kinds if isinstance(kinds, list) else [kinds]
        wanted = " or ".join(_KINDS[name] for name in names)
        message, hint = f"is not {wanted}", f"write {wanted}"
        scalar = not isinstance(error.instance, dict | list | None)
        if scalar and error.validator_value == "string":
            hint = f'quote it: "{error.instance}"'
    text = f"{key_path(keys)}: {message}" if keys else message
    return Finding(source.at(*keys), _CODES.get(word, "D002"), text, hint)
