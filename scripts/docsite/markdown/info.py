"""The info string of a fence, and the options that comments have in the same form."""

from __future__ import annotations

import re

_OPTION = re.compile(r"""(?P<key>[A-Za-z_][\w-]*)=(?:"(?P<value>[^"]*)"|(?P<bare>[^\s"}]+))""")
_CLASS = re.compile(r"(?<!\S)\.(?P<name>[\w+#-]+)")


def info_language(info: str) -> str:
    """Return the language that a fence's info string names, lower case, or an empty text."""
    info = info.strip()
    if info.startswith("{"):
        match = _CLASS.search(info.strip("{}"))
        return match["name"].lower() if match else ""
    return info.split(maxsplit=1)[0].lower() if info else ""


def info_options(info: str) -> dict[str, str]:
    """Return the `key="value"` pairs of a fence's info string."""
    return {
        match["key"]: match["value"] if match["value"] is not None else match["bare"]
        for match in _OPTION.finditer(info)
    }


def option_names(info: str) -> tuple[str, ...]:
    """Return the name of each option of a fence's info string, again where it is written again."""
    return tuple(match["key"] for match in _OPTION.finditer(info))


def stray_words(info: str) -> tuple[str, ...]:
    """Return what a fence's info string says beside its language, options, classes and ids."""
    words = without_options(info).replace("{", " ").replace("}", " ").split()
    if words and words[0].lower() == info_language(info):
        del words[0]
    return tuple(word for word in words if not word.startswith((".", "#")))


def without_options(text: str) -> str:
    """Return the text without its `key="value"` pairs, its words one blank apart."""
    return " ".join(_OPTION.sub(" ", text).split())
