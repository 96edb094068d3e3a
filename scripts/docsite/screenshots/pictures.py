"""The picture files of screenshots: which there must be, and how large they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.markdown import Document
from scripts.docsite.model import Location
from scripts.docsite.screenshots import notation
from scripts.docsite.screenshots.notation import Shot

FOLDER = "img/screenshots"
"""Where the pictures lie below the English folder, and below the site's home."""
SCHEMES = ("light", "dark")
DENSITIES = (1, 2)
"""Pixels of the picture for one of the page, in each direction."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be seen, and the places in pages that show it."""

    shot: Shot
    places: tuple[Location, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of its files from the root."""
        return tuple(source_path(name) for name in names(self.shot))


def file_name(shot: Shot, scheme: str, density: int) -> str:
    """Return the name of one file of a picture."""
    return f"{shot.id}.{scheme}@{density}x.webp"


def names(shot: Shot) -> Iterator[str]:
    """Yield the names of all files of a picture."""
    return (file_name(shot, scheme, density) for scheme in SCHEMES for density in DENSITIES)


def source_path(name: str) -> str:
    """Return the path of a picture's file from the root."""
    return f"{DOCS}/{SOURCE}/{FOLDER}/{name}"


def plan(pages: Iterable[tuple[str, Document]]) -> tuple[Picture, ...]:
    """Return the pictures that the pages show, given with their paths; sorted by name, each once.

    Raises `DocsError` where a comment can't be read, and where two pictures would share a name.
    """
    found: dict[str, tuple[Shot, list[Location]]] = {}
    for path, document in pages:
        for comment in notation.comments(document):
            asked = notation.parse(comment, path)
            shot, places = found.setdefault(asked.shot.id, (asked.shot, []))
            if shot != asked.shot:
                raise DocsError(
                    f"the screenshot has the same name as the one at {places[0]}: {shot.id}",
                    at=asked.location,
                    hint="give one of them another option, such as select",
                )
            places.append(asked.location)
    return tuple(Picture(shot, tuple(places)) for _, (shot, places) in sorted(found.items()))


def missing(root: Path, shot: Shot) -> list[str]:
    """Return the paths from `root` of a picture's files that are not there."""
    return [path for path in map(source_path, names(shot)) if not (root / path).is_file()]


def unused(root: Path, pictures: Iterable[Picture]) -> list[str]:
    """Return the paths from `root` of the files that belong to none of the pictures."""
    wanted = {file for picture in pictures for file in picture.files}
    folder = root / source_path("")
    there = (source_path(path.name) for path in sorted(folder.glob("*")) if path.is_file())
    return [path for path in there if path not in wanted]


def size(content: bytes) -> tuple[int, int] | None:
    """Return width and height of a WebP picture, or None where the content is none.

    Read from its header: a build of the site needs no library for pictures.
    """
    if len(content) < 30 or content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return None
    kind = content[12:16]
    if kind == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        return _number(content[26:28]) & 0x3FFF, _number(content[28:30]) & 0x3FFF
    if kind == b"VP8L" and content[20] == 0x2F:
        bits = _number(content[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        return _number(content[24:27]) + 1, _number(content[27:30]) + 1
    return None


def _number(content: bytes) -> int:
    return int.from_bytes(content, "little")
