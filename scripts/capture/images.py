"""Picture files: from what the browser took, and how much two of them differ."""

from __future__ import annotations

import io

from PIL import Image, ImageChops, ImageFilter, UnidentifiedImageError

QUALITY = 72
"""Of WebP: letters stay sharp, and the pictures of a page are smaller than its fonts."""
BLUR = 1
TILE = 16
"""The side of the squares that are compared, in pixels of the page."""
THRESHOLD = 0.02
"""The difference from which on two pictures show something else.

Measured on the pictures of this site: noise of 8 of 255 steps in every pixel and encoding at
another quality make up to 0.012; two other letters in a word of 14 pixels at least 0.043.
"""

Look = Image.Image | None
"""What counts where two pictures are compared; None for what is no picture."""


def opened(taken: bytes) -> Image.Image:
    """Return the picture that a PNG file holds."""
    with Image.open(io.BytesIO(taken)) as image:
        return image.convert("RGB")


def scaled(image: Image.Image, scale: float) -> Image.Image:
    """Return a picture `scale` times as large."""
    if scale == 1.0:
        return image
    size = (round(image.width * scale), round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS)


def encode(image: Image.Image) -> bytes:
    """Return a picture as a small WebP file."""
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=QUALITY, method=6)
    return buffer.getvalue()


def look(image: Image.Image) -> Look:
    """Return how bright a picture is, blurred."""
    return image.convert("L").filter(ImageFilter.GaussianBlur(BLUR))


def look_of_file(content: bytes) -> Look:
    """Return the look of the picture in a file, whatever it holds."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            return look(image)
    except UnidentifiedImageError:
        return None


def difference(one: Look, other: Look) -> float:
    """Return how different two pictures look, from 0 to 1.

    Blurred as they are, they are cut into squares; it is the mean difference of brightness inside
    the square that differs most. So a pixel of noise does not count, and another word does, however
    large the picture around it. Pictures of different shapes, and what is no picture, differ by 1.
    """
    if one is None or other is None:
        return 1.0
    width, height = one.size
    if abs(width - other.width) > 2 or abs(height - other.height) > 2:
        return 1.0
    size = (min(width, other.width), min(height, other.height))
    changed = ImageChops.difference(*(image.crop((0, 0, *size)) for image in (one, other)))
    tiles = (max(1, size[0] // TILE), max(1, size[1] // TILE))
    extremes = changed.resize(tiles, Image.Resampling.BOX).getextrema()
    return float(extremes[1]) / 255  # type: ignore[arg-type]
