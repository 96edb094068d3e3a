"""What the documentation pages load, answered from npm packages: no request leaves the computer."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Route

from scripts.capture.server import HOST
from scripts.docsite import npm

FOLDER = "scripts/capture"
"""Where the package and lock file of Swagger UI and ReDoc lie."""
CDN = "https://cdn.jsdelivr.net/npm/"
SERVED = {"swagger-ui-dist@5/": "swagger-ui-dist", "redoc@2/": "redoc"}
"""The addresses below the CDN that FastAPI's pages name, and the packages behind them."""
FONTS = {"Inter": "inter", "Fira Code": "fira-code"}

_STYLE = """
* { font-family: "Inter", sans-serif !important; }
code, code *, pre, pre *, textarea, .microlight *, .opblock-summary-path *, .redoc-json * {
  font-family: "Fira Code", monospace !important; font-variant-ligatures: none; }
*, *::before, *::after { animation: none !important; caret-color: transparent !important;
  transition: none !important; }
html { scrollbar-width: none; }
.swagger-ui .dialog-ux .modal-ux-content { max-height: none; }
"""
_DARK = """
html, body { background: #1c2022; }
redoc h5 { color: #b5c0c4 !important; }
redoc .react-tabs__tab--selected { background: #2a3438 !important; }
"""
_REDOC_DARK = (
    '<redoc theme=\'{"colors":{"text":{"primary":"#e0e6e8","secondary":"#b5c0c4"},'
    '"primary":{"main":"#5cb8ff"},"border":{"dark":"#4a5458","light":"#39444a"},'
    '"http":{"post":"#81c784"},'
    '"responses":{"success":{"color":"#81c784","backgroundColor":"#81c7841a"},'
    '"error":{"color":"#ef9a9a","backgroundColor":"#ef9a9a1a"}}},'
    '"schema":{"nestedBackground":"#242b2e","linesColor":"#5c6a70","typeNameColor":"#b5c0c4"},'
    '"sidebar":{"backgroundColor":"#171b1d","textColor":"#e0e6e8"},'
    '"rightPanel":{"backgroundColor":"#11181b"},"codeBlock":{"backgroundColor":"#0b1012"}}\' '
)


@dataclass(frozen=True, slots=True)
class Packages:
    """The folders of the installed packages, and the style sheet that makes pictures alike."""

    modules: Path
    style: str
    dark: str = _DARK
    """What is added to the style sheet in the dark scheme."""

    def answer(self, route: Route, *, dark: bool) -> None:
        """Answer a request of a page: the example's server, a package, or nobody."""
        address = urlsplit(route.request.url)
        found = self._file(route.request.url)
        if found is not None:
            route.fulfill(path=found)
        elif address.hostname != HOST and address.scheme not in ("data", "blob"):
            route.abort()
        elif dark and address.path.endswith("/redoc"):
            response = route.fetch()
            body = response.text().replace("<redoc ", _REDOC_DARK)
            route.fulfill(response=response, body=body)
        else:
            route.continue_()

    def _file(self, url: str) -> Path | None:
        for prefix, package in SERVED.items():
            if url.startswith(CDN + prefix):
                folder = self.modules / package
                path = (folder / url.removeprefix(CDN + prefix).partition("?")[0]).resolve()
                return path if path.is_relative_to(folder) and path.is_file() else None
        return None


def load(root: Path) -> Packages:
    """Return the packages, installed once under `.cache/`; raises `DocsError` where that fails."""
    fonts = npm.install(root) / "@fontsource-variable"
    return Packages(npm.install(root, FOLDER).resolve(), f"{_font_faces(fonts)}{_STYLE}")


def _font_faces(folder: Path) -> str:
    faces = []
    for family, package in FONTS.items():
        file = folder / package / "files" / f"{package}-latin-wght-normal.woff2"
        data = base64.b64encode(file.read_bytes()).decode()
        faces.append(
            f'@font-face {{ font-family: "{family}"; font-weight: 100 900;'
            f' src: url(data:font/woff2;base64,{data}) format("woff2"); }}'
        )
    return "\n".join(faces)
