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


def encode(taken: bytes, *, scale: float = 1.0) -> bytes:
    """Return a PNG picture as a small WebP picture, `scale` times as large."""
    with Image.open(io.BytesIO(taken)) as image:
        shown = image.convert("RGB")
    if scale != 1.0:
        size = (round(shown.width * scale), round(shown.height * scale))
        shown = shown.resize(size, Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    shown.save(buffer, "WEBP", quality=QUALITY, method=6)
    return buffer.getvalue()


def difference(one: bytes, other: bytes) -> float:
    """Return how different two pictures look, from 0 to 1.

    Both are blurred and cut into squares; it is the mean difference of brightness inside the
    square that differs most. So a pixel of noise does not count, and another word does, however
    large the picture around it. Pictures of different shapes, and what is no picture, differ by 1.
    """
    try:
        images = [_grey(content) for content in (one, other)]
    except UnidentifiedImageError:
        return 1.0
    width, height = images[0].size
    if abs(width - images[1].width) > 2 or abs(height - images[1].height) > 2:
        return 1.0
    size = (min(width, images[1].width), min(height, images[1].height))
    changed = ImageChops.difference(*(image.crop((0, 0, *size)) for image in images))
    tiles = (max(1, size[0] // TILE), max(1, size[1] // TILE))
    extremes = changed.resize(tiles, Image.Resampling.BOX).getextrema()
    return float(extremes[1]) / 255  # type: ignore[arg-type]


def _grey(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as image:
        return image.convert("L").filter(ImageFilter.GaussianBlur(BLUR))
