"""Taking the pictures that pages ask for, and comparing them with those that are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from PIL.Image import Image
from playwright.sync_api import Browser

from scripts.capture import images, packages
from scripts.capture.browser import DENSITY, Camera
from scripts.capture.server import serving
from scripts.docsite import screenshots, tree
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.model import Finding
from scripts.docsite.screenshots import Picture
from scripts.docsite.screenshots.checking import MISSING
from scripts.docsite.writing import write_all

DRIFTED = "S001"

Told = Callable[[str], None]


def find(root: Path, pages: Sequence[str] = ()) -> tuple[Picture, ...]:
    """Return the pictures that the pages show, keys such as `tutorial/body.md`; all without any.

    Each page is looked at in every language that has it. Raises `DocsError` for an unknown page.
    """
    whole = tree.load(root)
    keys = whole.keys(pages)
    return screenshots.plan((page.path, page.document) for page in whole if page.key in keys)


def take(root: Path, opened: Browser, pictures: Iterable[Picture], told: Told) -> list[str]:
    """Take the pictures and write those that look different; return the paths of these.

    `told` is called with the name of each before it is taken.
    """
    written = []
    for _, files in _taken(root, opened, pictures, told):
        # The files of one picture are from one moment: all change, or none.
        if any(_drift(root / path, new) for path, new in files.items()):
            write_all(root, {path: images.encode(new) for path, new in files.items()})
            written += sorted(files)
    return written


def check(
    root: Path, opened: Browser, pictures: Iterable[Picture], told: Told
) -> Iterator[Finding]:
    """Take the pictures again and yield those that are missing, or no longer what a reader gets."""
    for picture, files in _taken(root, opened, pictures, told):
        page = picture.places[0].path.removeprefix(f"{DOCS}/{SOURCE}/")
        hint = f"take it again with `docs screenshots {page}`, and look at it"
        for path, new in files.items():
            if not (root / path).is_file():
                message = f"the picture is missing: {path}"
                yield Finding(picture.places[0], MISSING, message, hint)
            elif drift := _drift(root / path, new):
                message = f"the picture shows something else than the page ({drift:.0%}): {path}"
                yield Finding(picture.places[0], DRIFTED, message, hint)


def _drift(path: Path, new: Image) -> float:
    """Return how much a file's picture differs from the new one; 0 for what nobody sees."""
    if not path.is_file():
        return 1.0
    found = images.difference(images.look_of_file(path.read_bytes()), images.look(new))
    return found if found > images.THRESHOLD else 0.0


def _taken(
    root: Path, opened: Browser, pictures: Iterable[Picture], told: Told
) -> Iterator[tuple[Picture, dict[str, Image]]]:
    """Take the pictures one after the other; yield each with its new files."""
    camera = Camera(opened, packages.load(root))
    for picture in pictures:
        told(picture.shot.id)
        yield picture, _files(root, camera, picture)


def _files(root: Path, camera: Camera, picture: Picture) -> dict[str, Image]:
    """Return the files of a picture; each example is started anew, so that none sees another's."""
    shot, files = picture.shot, {}
    with serving(root, shot) as address:
        taken = camera.take(address, shot, picture.places[0])
    for scheme, content in taken.items():
        shown = images.opened(content)
        for density in screenshots.DENSITIES:
            path = screenshots.source_path(screenshots.file_name(shot, scheme, density))
            files[path] = images.scaled(shown, density / DENSITY)
    return files
