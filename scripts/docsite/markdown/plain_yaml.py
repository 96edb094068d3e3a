"""The YAML that most front matter is, read without YAML's parser, which takes as long as the page.

It is mappings of words to plain texts of one line, and to further mappings:

```yaml
description: What the page is about
sync:
  sections:
    recap:
      0a1b2c3d4e 5f60718293
```
"""

from __future__ import annotations

import re
from typing import Any

_ENTRY = re.compile(
    r"""(?P<indent>[ ]*)(?P<key>[A-Za-z][A-Za-z0-9_-]{0,99}):
    (?:(?:[ ]|\n(?P<below>[ ]+))
    (?P<text>(?:[^\W\d_]|[0-9](?=[^ \n]*[ ]))    # without a blank, it may be a number or a date
    [^:\#\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]*(?<![ ])))?\n""",
    re.VERBOSE,
)
_NO_TEXTS = frozenset({"yes", "no", "on", "off", "true", "false", "null"})
"""Words that are no texts to YAML, in small letters."""


def read(block: str) -> dict[str, Any] | None:
    """Return what YAML makes of a block of lines; None where they are of any other form."""
    data: dict[str, Any] = {}
    levels = [(0, data)]
    begun: dict[str, Any] | None = None  # the mapping that the line before is the key of
    position = 0
    while position < len(block):
        match = _ENTRY.match(block, position)
        if match is None:
            return None
        position = match.end()
        before, key, below, text = match.group("indent", "key", "below", "text")
        indent = len(before)
        if begun is not None and indent > levels[-1][0]:
            levels.append((indent, begun))
            begun = None
        while indent < levels[-1][0]:
            levels.pop()
        is_odd = indent != levels[-1][0] or (below is not None and len(below) <= indent)
        words = {key.lower(), (text or "").lower()}
        if begun is not None or is_odd or words & _NO_TEXTS:
            return None
        levels[-1][1][key] = text or (begun := {})
    return data if begun is None else None
