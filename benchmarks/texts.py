"""The pages of a generated tree: what this site's pages hold, in any of its languages.

The structure of a page follows from its path alone, its words from path and language: so every
translation has the headings, code, links, tables and blocks of its English page.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.words import Writer

HELP = "contributing.md"
"""The page that notices of untranslated pages link to."""

ANCHORS = ("overview", "usage", "details")
"""The ids of the first headings of every page: what other pages link to."""

COMMAND = '```console static="nothing is measured here"\n$ {}\n```'


@dataclass(frozen=True)
class Shelf:
    """The pages of a tree, which link to one another and include the examples."""

    keys: Sequence[str]
    examples: Sequence[str]

    def page(self, language: str, key: str) -> str:
        """Return the Markdown of a page in a language, without a sync record."""
        if key == HELP:
            return _HELP
        writer = Writer(language, key)
        title = f"{writer.phrase(3)} {self.keys.index(key) + 1}"
        parts = [
            f"---\ndescription: {writer.sentence(12)}\n---",
            f"# {title} {{ #page }}",
            *self._section(key, "page", writer),
        ]
        for number in range(Random(key).randint(4, 7)):
            id_ = ANCHORS[number] if number < len(ANCHORS) else f"more-{number}"
            level = "###" if number > len(ANCHORS) else "##"
            parts.append(f"{level} {writer.phrase(3)} {{ #{id_} }}")
            parts += self._section(key, id_, writer)
        return "\n\n".join(parts) + "\n"

    def _section(self, key: str, id_: str, writer: Writer) -> Iterator[str]:
        """Yield the blocks of a section."""
        shape = Random(f"{key}#{id_}")
        yield self._paragraph(key, shape, writer)
        kinds: list[Callable[[Random, Writer], str]] = [
            self._include, self._fence, _list, _table, _note, _tabs,
        ]  # fmt: skip
        for kind in shape.sample(kinds, 2):
            yield kind(shape, writer)
            yield self._paragraph(key, shape, writer)

    def _paragraph(self, key: str, shape: Random, writer: Writer) -> str:
        sentences = [writer.sentence(shape.randint(6, 14)) for _ in range(shape.randint(2, 4))]
        if shape.random() < 0.5:
            target = shape.choice([other for other in self.keys if other != HELP])
            address = posixpath.relpath(target, posixpath.dirname(key) or ".")
            link = f"[{writer.phrase(2)}]({address}#{shape.choice(ANCHORS)})"
            sentences.insert(1, f"{link}.")
        return "\n".join([*sentences, f"`{shape.choice(('Hut', 'beds', 'app.get()'))}`."])

    def _include(self, shape: Random, writer: Writer) -> str:
        return f"{{* ../../{shape.choice(self.examples)} hl[1] *}}"

    def _fence(self, shape: Random, writer: Writer) -> str:
        names = ("huts", "routes", "beds", "keys")
        lines = [f'    "{shape.choice(names)}": {shape.randint(0, 99)},' for _ in range(6)]
        return "\n".join(["```python", f"{shape.choice(names)} = {{", *lines, "}", "```"])


def _list(shape: Random, writer: Writer) -> str:
    return "\n".join(f"* {writer.sentence(shape.randint(4, 9))}" for _ in range(5))


def _table(shape: Random, writer: Writer) -> str:
    rows = [f"| `{name}` | {writer.phrase(4)} |" for name in ("huts", "beds", "keys", "paths")]
    return "\n".join([f"| {writer.phrase(1)} | {writer.phrase(2)} |", "|---|---|", *rows])


def _note(shape: Random, writer: Writer) -> str:
    kind = shape.choice(("note", "tip", "warning"))
    return f"/// {kind}\n{writer.sentence(shape.randint(8, 20))}\n///"


def _tabs(shape: Random, writer: Writer) -> str:
    package = shape.choice(("fastapi", "httpx", "sqlmodel"))
    tools = {"uv": f"uv add {package}", "pip": f"pip install {package}"}
    tabs = (f"//// tab | {name}\n{COMMAND.format(text)}\n////" for name, text in tools.items())
    return "\n\n".join(tabs)


_HELP = """\
---
description: How to take part in a site that was made to be measured.
---

# Contributing { #contributing }

Nobody is asked to.

## Translate a page { #translate-a-page }

There is no need: its words are drawn by lot.
"""
