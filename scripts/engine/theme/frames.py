"""Pages of which only the navigation is made anew, and put where it was in what is known of them.

Where a page is added, moved or renamed, all pages show another navigation, and nothing else about
them changes. The parts of the theme that show it are the holes in a page's frame.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from scripts.engine.store.results import Store

FRAME = "frame"
"""The kind of results that say where in a page's HTML its navigation is."""

HOLES = frozenset(("partials/nav.html", "partials/tabs.html"))
"""The templates of the theme that show the navigation."""

AROUND = frozenset(("header", "tabs", "site_nav", "partials/header.html"))
"""The blocks and templates of the theme in which those are included."""

_LOOKED_AT = re.compile(r"(?<![</])(?<!\w-)\b(?:nav|ancestors|children|parent|siblings)\b(?!-)")
"""What of a template looks at the navigation, or may."""

_BEGIN = 200
"""How many of its first characters a hole is looked for by: to look for all takes longer."""


@dataclass
class Holes:
    """What the holes of the page came out as that is made, in their order."""

    texts: list[str] = field(default_factory=list)
    alone: bool = False
    """Whether nothing but them is made."""

    def skips(self, part: str) -> bool:
        """Return whether a part of the theme needs not be made, since no hole is in it."""
        return self.alone and part not in AROUND

    def fill(self, make: Callable[[], str]) -> str:
        """Note what a hole comes out as, which is made whole; return it."""
        alone, self.alone = self.alone, False
        text = make()
        self.alone = alone
        self.texts.append(text)
        return text

    @contextmanager
    def making(self, *, alone: bool) -> Iterator[None]:
        """Note what the holes of one page come out as."""
        self.texts.clear()
        self.alone = alone
        try:
            yield
        finally:
            self.alone = False


@dataclass(frozen=True)
class Frame:
    """Where in which HTML the navigation is."""

    shell: bytes
    """The key of the HTML."""
    places: Sequence[tuple[int, int]]
    """The first character of each hole and the one behind it, in the order of the page."""

    @classmethod
    def of(cls, shell: bytes, html: str, holes: Sequence[str]) -> Frame | None:
        """Return the frame around holes; None if they can't be told from the rest of the page."""
        places, end = [], 0
        for hole in holes:
            begin = hole[:_BEGIN]
            start = html.find(begin, end)
            if not hole or not html.startswith(hole, start) or html.find(begin, start + 1) >= 0:
                return None
            end = start + len(hole)
            places.append((start, end))
        return cls(shell, places) if places else None

    @classmethod
    def unpack(cls, kept: bytes) -> Frame:
        """Return what was packed."""
        shell, places = json.loads(kept)
        return cls(bytes.fromhex(shell), places)

    def pack(self) -> bytes:
        """Return the frame as bytes."""
        return json.dumps([self.shell.hex(), self.places]).encode()

    def filled(self, html: str, holes: Sequence[str], shell: bytes) -> tuple[str, Frame] | None:
        """Return the HTML with other holes, for which `shell` is the key, and its frame.

        None if there are not as many holes.
        """
        if len(holes) != len(self.places):
            return None
        texts: list[str] = []
        places, end, grown = [], 0, 0
        for (start, behind), hole in zip(self.places, holes, strict=True):
            texts += (html[end:start], hole)
            end, begun = behind, start + grown
            places.append((begun, begun + len(hole)))
            grown += len(hole) - (behind - start)
        return "".join([*texts, html[end:]]), Frame(shell, places)


@dataclass(frozen=True)
class Frames:
    """The frames of one language that a store knows, around what the last build wrote."""

    store: Store
    holes: Holes
    read: Callable[[str, bytes], bytes | None]
    """Gives a page as it was written, by its address, if that was made from what a key is of."""

    @classmethod
    def attach(
        cls,
        store: Store,
        holes: Holes,
        config: MkDocsConfig,
        read: Callable[[str, bytes], bytes | None],
    ) -> Frames | None:
        """Return the frames of one language; None where it is not known what they frame.

        So it is where templates of our own look at the navigation, and where what the theme makes
        is not what is written.
        """
        folder = config.theme.custom_dir
        ours = Path(folder).rglob("*.html") if folder else ()
        looks = any(_LOOKED_AT.search(file.read_text(encoding="utf-8")) for file in ours)
        changes = not all(map(_counts, config.plugins.events["post_page"]))
        return None if looks or changes else cls(store, holes, read)

    def render(self, key: bytes, shell: bytes, path: str, make: Callable[[], str]) -> str:
        """Return a page's HTML, which `make` makes, and remember its frame.

        `key` stands for all that it is made from but the navigation, `shell` for all that, and
        `path` is where it is written.
        """
        known = self._filled(key, shell, path, make)
        if known is None:
            with self.holes.making(alone=False):
                html = make()
            known = html, Frame.of(shell, html, self.holes.texts)
        html, frame = known
        if frame is not None:
            self.store.put(key, frame.pack(), kind=FRAME)
        return html

    def _filled(
        self, key: bytes, shell: bytes, path: str, make: Callable[[], str]
    ) -> tuple[str, Frame | None] | None:
        """Return what the last build wrote with its holes made anew, if the frame is that."""
        kept = self.store.get(key)
        frame = Frame.unpack(kept) if kept is not None else None
        html = self.read(path, frame.shell) if frame is not None else None
        if frame is None or html is None:
            return None
        with self.holes.making(alone=True):
            make()
        return frame.filled(html.decode(), self.holes.texts, shell)


def _counts(method: object) -> bool:
    """Return whether a plugin leaves pages as they are: those of the engine do."""
    return str(getattr(method, "__module__", "")).startswith("scripts.engine.")
