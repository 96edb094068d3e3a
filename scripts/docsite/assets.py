"""The front-end parts that come from npm, served under content-hashed names.

`assemble` lays out in `.cache/assets` what the site serves, so that no page asks another host for
a font or a script.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from scripts.docsite import npm, tree
from scripts.docsite.errors import DocsError
from scripts.docsite.store import made_once

VENDOR = "assets/vendor"
"""The folder of the site that holds everything vendored."""

_HASH = re.compile(r"\.[0-9a-f]{8}(?=[./])")


@dataclass(frozen=True, slots=True, order=True)
class Asset:
    """A vendored file: its path below the site's root, and where its bytes are."""

    name: str
    source: Path

    @property
    def plain_name(self) -> str:
        """The name below the vendor folder, without its hash: `fonts.css`."""
        return _HASH.sub("", self.name.removeprefix(f"{VENDOR}/"))


@dataclass(frozen=True, slots=True)
class Font:
    """A family of variable fonts, as its `@fontsource-variable` package holds it."""

    package: str
    family: str
    weights: str
    styles: tuple[str, ...]
    subsets: tuple[str, ...]


@dataclass(frozen=True)
class Vendored:
    """All vendored files, and where the pages of one language find them."""

    assets: tuple[Asset, ...]
    prefix: str
    """What leads from the language's home to the copies: empty, or `../`."""

    @cached_property
    def fonts(self) -> str:
        """The style sheet of the fonts."""
        return self.address("fonts.css")

    @cached_property
    def mermaid(self) -> str:
        """The module that draws diagrams."""
        return self.address(f"mermaid/{DIAGRAMS}.mjs")

    def address(self, plain_name: str) -> str:
        """Return the path of a vendored file from the language's home."""
        return self.prefix + find(self.assets, plain_name)


LATIN = ("latin", "latin-ext")
FONTS = (
    Font(
        "inter",
        "Inter",
        "100 900",
        ("normal", "italic"),
        (*LATIN, "cyrillic", "cyrillic-ext", "greek", "vietnamese"),
    ),
    Font(
        "fira-code",
        "Fira Code",
        "300 700",
        ("normal",),
        (*LATIN, "cyrillic", "cyrillic-ext", "greek", "symbols2"),
    ),
    Font("vazirmatn", "Vazirmatn", "100 900", ("normal",), ("arabic", *LATIN)),
)
DIAGRAMS = "mermaid.esm.min"
"""The build of mermaid that loads only what a diagram needs: a sixth of the whole."""


def assemble(root: Path, *, fetch: Callable[[Path], None] | None = None) -> tuple[Asset, ...]:
    """Return every vendored file, sorted by name.

    The first call installs the packages with npm, later ones find them in `.cache`; several
    processes may call it at once. `fetch` installs the packages of the folder it is given.
    Raises `DocsError` where the packages can't be had or not be written.
    """
    recipe = npm.read(root, npm.LOCK_FILE) + Path(__file__).read_bytes()
    try:
        folder = made_once(
            root / ".cache/assets" / _digest(recipe, 16),
            lambda target: _lay_out(npm.install(root, fetch=fetch), target / VENDOR),
        )
    except OSError as error:
        raise DocsError(
            f"the front-end parts can't be put together: {error}",
            hint="free some space or mend the permissions of .cache, and try again",
        ) from error
    return tuple(sorted(_assets(folder)))


def find(assets: Iterable[Asset], plain_name: str) -> str:
    """Return the path below the site's root of the file that `plain_name` is short for.

    `fonts.css` finds `assets/vendor/fonts.1a2b3c4d.css`.
    """
    return next(asset.name for asset in assets if asset.plain_name == plain_name)


def prefix(language_prefix: str, site_dir: Path) -> str:
    """Return what leads from a language's home to the vendored files: empty, or `../`.

    A language that is built into a folder of its own name, `site/es`, uses the copies of the
    English site around it; anywhere else it stands alone, as in a preview, and has its own.
    """
    nested = bool(language_prefix) and site_dir.name == language_prefix.strip("/")
    return "../" if nested else ""


def _lay_out(modules: Path, vendor: Path) -> None:
    vendor.mkdir(parents=True)
    rules = [rule for font in FONTS for rule in _font_rules(font, modules, vendor)]
    _write(vendor, "fonts.css", "\n".join(rules).encode())
    _copy_mermaid(modules / "mermaid", vendor)
    for name, text in _licenses(modules):
        (vendor / name).write_text(text, encoding="utf-8")


def _font_rules(font: Font, modules: Path, vendor: Path) -> Iterator[str]:
    package = modules / "@fontsource-variable" / font.package
    ranges: Mapping[str, str] = json.loads((package / "unicode.json").read_text("utf-8"))
    for style in font.styles:
        for subset in font.subsets:
            name = f"{font.package}-{subset}-wght-{style}.woff2"
            served = _write(vendor, name, (package / "files" / name).read_bytes())
            yield (
                f'@font-face{{font-family:"{font.family}";font-style:{style};'
                f"font-weight:{font.weights};font-display:swap;"
                f'src:url({served}) format("woff2");unicode-range:{ranges[subset]}}}'
            )


def _copy_mermaid(package: Path, vendor: Path) -> None:
    dist = package / "dist"
    modules = [dist / f"{DIAGRAMS}.mjs", *sorted((dist / "chunks" / DIAGRAMS).glob("*.mjs"))]
    together = _digest(b"".join(module.read_bytes() for module in modules), 8)
    for module in modules:
        target = vendor / f"mermaid.{together}" / module.relative_to(dist)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(module, target)


def _licenses(modules: Path) -> Iterator[tuple[str, str]]:
    """Yield a licence file for each font and for mermaid, and one of all that is in them."""
    told = []
    for package in sorted(path.parent for path in modules.rglob("package.json")):
        about = json.loads((package / "package.json").read_text("utf-8"))
        files = sorted(package.glob("[Ll][Ii][Cc][Ee][Nn][CcSs][Ee]*")) + sorted(
            package.glob("NOTICE*")
        )
        if "version" not in about or not (files or "license" in about):
            continue
        text = "\n\n".join(file.read_text("utf-8", errors="replace").strip() for file in files)
        told.append(f"{about['name']} {about['version']}\n\n{text or about['license']}\n")
        if package.name in {"mermaid", *(font.package for font in FONTS)}:
            yield f"{package.name}.LICENSE.txt", text
    yield "licenses.txt", f"\n{'=' * 80}\n\n".join(told)


def _assets(folder: Path) -> Iterator[Asset]:
    for name in tree.files_below(folder):
        yield Asset(name, folder / name)


def _write(vendor: Path, name: str, content: bytes) -> str:
    """Write a file under a name that holds its hash, and return that name."""
    plain = PurePosixPath(name)
    hashed = f"{plain.stem}.{_digest(content, 8)}{plain.suffix}"
    (vendor / hashed).write_bytes(content)
    return hashed


def _digest(content: bytes, length: int) -> str:
    return hashlib.sha256(content).hexdigest()[:length]
