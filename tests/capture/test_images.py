"""When two pictures look different, and when they do not."""

from __future__ import annotations

import io
import itertools
import random
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from scripts.capture import images
from scripts.capture.images import THRESHOLD


def png(*words: str, size: tuple[int, int] = (320, 200)) -> bytes:
    """Return a picture of lines of text."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    for number, word in enumerate(words):
        draw.text((10, 10 + 24 * number), word, fill="#333", font=ImageFont.load_default(14))
    return saved(image)


def saved(image: Image.Image) -> bytes:
    """Return the image as a PNG file."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def difference(one: bytes, other: bytes) -> float:
    """Return how different the pictures in two files look."""
    return images.difference(images.look_of_file(one), images.look_of_file(other))


def committed(root: Path) -> list[Path]:
    """Return the pictures of the site in the light scheme."""
    return sorted((root / "docs/en/img/screenshots").glob("*.light@1x.webp"))


def test_a_picture_is_encoded_in_two_sizes() -> None:
    """Half as large for screens of one pixel a point, and small."""
    taken = images.opened(png("huts"))
    whole, half = (images.encode(images.scaled(taken, scale)) for scale in (1.0, 0.5))
    assert [Image.open(io.BytesIO(found)).size for found in (whole, half)] == [
        (320, 200),
        (160, 100),
    ]
    assert len(whole) < 2000


def test_another_word_is_seen() -> None:
    """However large the picture around it."""
    one = png("GET /huts", size=(960, 1100))
    assert difference(one, png("GET /beds", size=(960, 1100))) > THRESHOLD


def test_a_pixel_of_noise_is_not_seen(root: Path) -> None:
    """Nor is what another run of the encoder makes of the same picture."""
    path = committed(root)[0]
    with Image.open(path) as image:
        noisy = image.convert("RGB")
    place = (noisy.width // 2, noisy.height // 2)
    noisy.putpixel(place, (255, 0, 0) if noisy.getpixel(place) != (255, 0, 0) else (0, 0, 255))
    assert difference(path.read_bytes(), saved(noisy)) < THRESHOLD
    assert difference(path.read_bytes(), images.encode(noisy)) < THRESHOLD


def test_noise_all_over_is_not_seen(root: Path) -> None:
    """As another release of the browser draws edges of letters a little differently."""
    random.seed(1)
    path = committed(root)[0]
    with Image.open(path) as image:
        grey = image.convert("L")
    values = (min(255, max(0, value + random.randint(-8, 8))) for value in grey.tobytes())
    noise = Image.frombytes("L", grey.size, bytes(values))
    assert difference(path.read_bytes(), saved(noise)) < THRESHOLD


def test_pictures_of_two_pages_differ(root: Path) -> None:
    """Each picture of the site from each other, though many have the same shape."""
    paths = committed(root)
    looks = {path.name: images.look_of_file(path.read_bytes()) for path in paths}
    same = [
        (one, other)
        for one, other in itertools.combinations(looks, 2)
        if images.difference(looks[one], looks[other]) <= THRESHOLD
    ]
    assert same == []


@pytest.mark.parametrize(
    "other", [png("huts", size=(320, 190)), b"", b"no picture"], ids=["shape", "empty", "text"]
)
def test_what_can_not_be_compared_differs(other: bytes) -> None:
    """Another shape, or a file that is no picture."""
    assert difference(png("huts"), other) == 1.0
    assert difference(png("huts"), png("huts")) == 0.0
