"""The sync record: what a translation was made from, in its own front matter.

```yaml
sync:
  sections:
    recap:
      0a1b2c3d4e 5f60718293 a4b5c6d7e8 8f1f0c12ab34
```

Behind each section stand the hashes of the English prose, of the English code and of the
translation's own prose (so it is known what was edited since), and the git blob id of the English
page that it was made from. A section has its own lines, and those of its neighbours do not touch
them: two people's work on one page is merged without a conflict.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import yaml

from scripts.docsite.errors import DocsError
from scripts.docsite.markdown import Document
from scripts.docsite.model import Location
from scripts.docsite.translations import origins as origins_room
from scripts.docsite.translations.digests import Digests
from scripts.docsite.translations.origins import HUMAN, Origin
from scripts.docsite.translations.sections import SYNC

_ENTRY = re.compile(
    r"^(?P<prose>[0-9a-f]{10}) (?P<code>[0-9a-f]{10}) (?P<own>[0-9a-f]{10}) (?P<blob>[0-9a-f]{12})$"
)
_HINT = "restore the front matter, or remove `sync` and run `docs translations sync` on the page"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one section was made from."""

    english: Digests
    own: str
    """The hash of the translated prose when it was recorded."""
    blob: str
    """The English page, as git knows it, that the section was made from."""


@dataclass(frozen=True)
class Record:
    """What a page was made from: an entry for each section, and reasons for what was waived."""

    entries: Mapping[str, Entry]
    accepted: Mapping[str, str] = field(default_factory=dict)
    """The reasons why changed English sections needed no translation."""
    silenced: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The reasons why rules don't hold in a section: `{section: {rule: reason}}`."""
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """Where sections come from that are not a person's own work."""

    def origin(self, id_: str) -> Origin:
        """Return who a section comes from."""
        return self.origins.get(id_, HUMAN)


def read(document: Document, path: str) -> Record | None:
    """Return the sync record of a translated page, or None where it has none.

    Raises `DocsError` where the record is not of the form that `written` gives it.
    """
    data = document.front_matter.data.get(SYNC)
    if data is None:
        return None
    at = Location(path, document.setting_line(SYNC))
    sections = _mapping(_mapping(data, None, at), "sections", at)
    entries = {str(id_): _entry(str(id_), text, at) for id_, text in sections.items()}
    accepted = {str(k): str(v) for k, v in _mapping(data, "accepted", at).items()}
    silenced = {
        str(id_): {str(rule): str(why) for rule, why in _mapping(rules, None, at).items()}
        for id_, rules in _mapping(data, "silenced", at).items()
    }
    origins = {
        str(id_): origins_room.parse(str(text), at)
        for id_, text in _mapping(data, "origins", at).items()
    }
    return Record(MappingProxyType(entries), accepted, silenced, origins)


def _mapping(data: Any, key: str | None, at: Location) -> Mapping[Any, Any]:
    found = data if key is None else data.get(key) or {}
    if not isinstance(found, dict):
        name = f"`{key}`" if key else "a part"
        raise DocsError(f"{name} of the sync record is no mapping", at=at, hint=_HINT)
    return found


def _entry(id_: str, text: Any, at: Location) -> Entry:
    match = _ENTRY.match(str(text))
    if match is None:
        raise DocsError(f"the sync record of '{id_}' can't be read: {text}", at=at, hint=_HINT)
    return Entry(Digests(match["prose"], match["code"]), match["own"], match["blob"])


def written(document: Document, record: Record) -> str:
    """Return the page's text with `record` in its front matter; the rest stays as it is."""
    lines = document.lines
    end = document.front_matter.end_line
    head = without_record(lines[1 : end - 1]) if end else []
    return "\n".join(["---", *head, *_block(record), "---", *lines[end:]])


def without_record(head: list[str]) -> list[str]:
    """Return the lines of a front matter that are not of its record."""
    kept, inside = [], False
    for line in head:
        inside = line.startswith(f"{SYNC}:") or (inside and line[:1] in (" ", ""))
        if not inside:
            kept.append(line)
    return kept


def _block(record: Record) -> list[str]:
    """Return the record's lines; ids and hashes are plain words to YAML."""
    lines = [f"{SYNC}:", "  sections:"]
    for id_, entry in record.entries.items():
        hashes = (entry.english.prose, entry.english.code, entry.own, entry.blob)
        lines += [f"    {_key(id_)}:", f"      {' '.join(hashes)}"]
    more: dict[str, Any] = {}
    if record.accepted:
        more["accepted"] = dict(record.accepted)
    if record.silenced:
        more["silenced"] = {id_: dict(rules) for id_, rules in record.silenced.items()}
    if record.origins:
        more["origins"] = {id_: str(origin) for id_, origin in record.origins.items()}
    if more:
        text = yaml.safe_dump(more, sort_keys=False, allow_unicode=True, width=1000)
        lines += [f"  {line}" for line in text.splitlines()]
    return lines if record.entries else [lines[0], "  sections: {}", *lines[2:]]


def _key(id_: str) -> str:
    """Return an id as a key of YAML, in quotes where it would be a number or the like."""
    try:
        return id_ if yaml.safe_load(id_) == id_ else json.dumps(id_)
    except yaml.YAMLError:
        return json.dumps(id_)
