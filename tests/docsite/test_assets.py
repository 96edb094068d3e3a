"""The vendored front-end parts: names that hold their content, fonts, diagrams and licences."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from scripts.docsite import assets
from scripts.docsite.errors import DocsError


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def fetch(folder: Path) -> None:
    """Pretend to be npm: install small packages of the shape that the real ones have."""
    modules = folder / "node_modules"
    for font in assets.FONTS:
        package = modules / "@fontsource-variable" / font.package
        about = {"name": f"@fontsource-variable/{font.package}", "version": "1.0.0"}
        _write(package / "package.json", json.dumps(about))
        _write(package / "LICENSE", f"The licence of {font.family}")
        _write(package / "unicode.json", json.dumps({s: f"U+{s}" for s in font.subsets}))
        for style in font.styles:
            for subset in font.subsets:
                name = f"{font.package}-{subset}-wght-{style}.woff2"
                _write(package / "files" / name, f"the bytes of {name}")
    mermaid = modules / "mermaid"
    _write(mermaid / "package.json", json.dumps({"name": "mermaid", "version": "2.0.0"}))
    _write(mermaid / "LICENSE", "The licence of mermaid")
    _write(mermaid / "dist/mermaid.esm.min.mjs", "import './chunks/mermaid.esm.min/a.mjs'")
    _write(mermaid / "dist/mermaid.esm.min.mjs.map", "{}")
    _write(mermaid / "dist/chunks/mermaid.esm.min/a.mjs", "export {}")
    _write(mermaid / "dist/mermaid.js", "the whole")
    inner = mermaid / "node_modules/inner"
    _write(inner / "package.json", json.dumps({"name": "inner", "version": "3", "license": "ISC"}))
    _write(inner / "dist/package.json", json.dumps({"type": "module"}))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with package files."""
    for name in ("package.json", "package-lock.json"):
        _write(tmp_path / name, "{}")
    return tmp_path


def test_names_hold_the_hash_of_the_content(project: Path) -> None:
    """Each font and style sheet can be cached for ever: other bytes, other name."""
    found = assets.assemble(project, fetch=fetch)
    hashed = [a for a in found if a.source.suffix in {".woff2", ".css"}]
    assert len(hashed) == sum(len(f.styles) * len(f.subsets) for f in assets.FONTS) + 1
    for asset in hashed:
        digest = hashlib.sha256(asset.source.read_bytes()).hexdigest()[:8]
        assert asset.name.startswith("assets/vendor/")
        assert asset.name.split(".")[-2] == digest


def test_font_faces_name_files_that_are_there(project: Path) -> None:
    """Each rule has the range of its subset, and its file lies beside the style sheet."""
    found = assets.assemble(project, fetch=fetch)
    sheet = next(a for a in found if a.plain_name == "fonts.css").source.read_text("utf-8")
    names = {Path(a.name).name for a in found}
    rules = re.findall(r"src:url\(([^)]+)\) format\(\"woff2\"\);unicode-range:U\+([\w-]+)}", sheet)
    assert len(rules) == sheet.count("@font-face") == sheet.count("font-display:swap") > 0
    assert {file for file, _ in rules} <= names
    assert all(f"-{subset}-wght-" in file for file, subset in rules)
    assert "http" not in sheet


def test_diagrams_keep_their_modules_together(project: Path) -> None:
    """The modules of mermaid import each other by relative path, so their folder has the hash."""
    found = assets.assemble(project, fetch=fetch)
    entry = assets.find(found, "mermaid/mermaid.esm.min.mjs")
    folder = entry.removesuffix("mermaid.esm.min.mjs")
    assert re.fullmatch(r"assets/vendor/mermaid\.[0-9a-f]{8}/", folder)
    names = [a.name.removeprefix(folder) for a in found if a.name.startswith(folder)]
    assert names == ["chunks/mermaid.esm.min/a.mjs", "mermaid.esm.min.mjs"]


def test_licences_are_beside_the_files(project: Path) -> None:
    """Each font and mermaid have their licence, and one file has those of all packages."""
    found = {
        a.plain_name: a.source.read_text("utf-8")
        for a in assets.assemble(project, fetch=fetch)
        if a.name.endswith(".txt")
    }
    assert found["inter.LICENSE.txt"] == "The licence of Inter"
    assert found["mermaid.LICENSE.txt"] == "The licence of mermaid"
    assert "mermaid 2.0.0\n\nThe licence of mermaid" in found["licenses.txt"]
    assert "inner 3\n\nISC" in found["licenses.txt"]


def test_assembles_once(project: Path) -> None:
    """The second call reads the cache, and gives the same."""
    first = assets.assemble(project, fetch=fetch)
    assert assets.assemble(project, fetch=lambda folder: pytest.fail("fetched again")) == first


def test_a_full_disk_is_one_clear_error(project: Path) -> None:
    """What can't be written is told with what to do, not with a traceback."""

    def no_space(folder: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(DocsError, match=r"(?s)No space left on device.*free some space"):
        assets.assemble(project, fetch=no_space)


@pytest.mark.parametrize(
    ("language", "site_dir", "expected"),
    [
        ("", "site", ""),
        ("es/", "site/es", "../"),
        ("zh-hant/", "build/new-1/zh-hant", "../"),
        ("es/", "preview", ""),
        ("", "site/es", ""),
    ],
)
def test_languages_share_the_copies_of_the_site_around_them(
    language: str, site_dir: str, expected: str
) -> None:
    """A language in a folder of its own name leads one up; alone it has copies of its own."""
    assert assets.prefix(language, Path(site_dir)) == expected


def test_addresses_start_at_the_language(project: Path) -> None:
    """The theme gets addresses relative to the home of the language."""
    vendored = assets.Vendored(assets.assemble(project, fetch=fetch), "../")
    assert re.fullmatch(r"\.\./assets/vendor/fonts\.[0-9a-f]{8}\.css", vendored.fonts)
    assert vendored.mermaid.endswith("/mermaid.esm.min.mjs")


def test_the_real_packages(root: Path) -> None:
    """What the site ships: readable fonts, mermaid whose imports all resolve, its licences."""
    found = assets.assemble(root)
    by_name = {asset.name: asset.source for asset in found}
    assert all(p.read_bytes()[:4] == b"wOF2" for p in by_name.values() if p.suffix == ".woff2")
    modules = {name: path for name, path in by_name.items() if path.suffix == ".mjs"}
    imports = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.{1,2}/[^"']+)["']""")
    for path in modules.values():
        for imported in imports.findall(path.read_text("utf-8")):
            assert (path.parent / imported).resolve() in modules.values()
    licenses = by_name["assets/vendor/licenses.txt"].read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in licenses
    assert (
        "Permission is hereby granted" in by_name["assets/vendor/mermaid.LICENSE.txt"].read_text()
    )
