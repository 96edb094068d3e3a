"""The browser that takes the pictures: it opens the page of an example and operates it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import (
    Browser,
    Error,
    FloatRect,
    Locator,
    Page,
    sync_playwright,
)

from scripts.capture.packages import Packages
from scripts.capture.server import LIMIT
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location
from scripts.docsite.screenshots import SCHEMES, Shot

CHROMIUM = Path("/usr/bin/chromium")
WITHOUT = (
    # What Playwright does without: of two such lists Chromium takes the last.
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
    # Pages of the browser's own window, which each context loads and nobody sees.
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(WITHOUT)}",
)
WIDTH = 960
REDOC_WIDTH = 1240
"""The width of the window; ReDoc shows its three columns only in a wide one."""
HEIGHT = 1100
"""No picture is higher."""
DENSITY = 2
MARGIN = 4
"""What is left around the operations, in pixels of the page."""

_READY = ".swagger-ui .information-container, redoc .api-content h1"
_TALL = 6000
_SAME = r"""
replacements => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    let text = node.nodeValue;
    for (const [pattern, shown] of replacements) {
      text = text.replace(new RegExp(pattern, "g"), shown);
    }
    if (text !== node.nodeValue) node.nodeValue = text;
  }
}
"""
_TOKEN = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJtaXJhIiwiZXhwIjo0MDcwOTA4ODAwfQ."
    "l1aDh4U6o88JwbGKiW2fnuVxkJnoXgq8WKSBQTVLDog"
)
VOLATILE = (
    (r"127\.0\.0\.1:\d+", "127.0.0.1:8000"),
    (r"\w{3}, ?\d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT", "Mon, 05 Jan 2026 09:00:00 GMT"),
    (r"eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+", _TOKEN),
)
"""What differs in each run, and what pictures show for it: as a reader would see it at home."""


@contextlib.contextmanager
def opened() -> Iterator[Browser]:
    """Give a browser until the end of the block; raises `DocsError` where there is none."""
    if not CHROMIUM.is_file():
        raise DocsError(
            f"there is no browser at {CHROMIUM}", hint="on Debian: apt-get install chromium"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@dataclass(frozen=True, slots=True)
class Camera:
    """Takes pictures of pages as they look in each scheme."""

    browser: Browser
    packages: Packages
    limit: float = LIMIT / 3
    """How long, in seconds, a page may take to show what is waited for."""

    def take(self, address: str, shot: Shot, at: Location) -> Mapping[str, bytes]:
        """Return PNG pictures of the shot in each scheme, its example being served at `address`.

        `at` is a place that asks for it. Raises `DocsError` where the page does not have what
        the shot names.
        """
        width = REDOC_WIDTH if shot.is_redoc else WIDTH
        context = self.browser.new_context(
            viewport={"width": width, "height": HEIGHT},
            device_scale_factor=DENSITY,
            reduced_motion="reduce",
            locale="en",
            timezone_id="UTC",
            service_workers="block",
        )
        try:
            page = context.new_page()
            page.set_default_timeout(self.limit * 1000)
            return {scheme: self._taken(page, address, shot, scheme) for scheme in SCHEMES}
        except Error as error:
            said = str(error).splitlines()[0]
            raise DocsError(
                f"the picture can't be taken: {said}",
                at=at,
                hint=f"does {shot.page} of {shot.example} have what the screenshot names?",
            ) from error
        finally:
            context.close()

    def _taken(self, page: Page, address: str, shot: Shot, scheme: str) -> bytes:
        """Take the picture in one scheme; only ReDoc, which draws its colours, is opened anew."""
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        if scheme == SCHEMES[0] or shot.is_redoc:
            self._open(page, address + shot.page, scheme)
            _operate(page, shot)
            if shot.hide:
                page.add_style_tag(content=f"{shot.hide} {{ display: none !important; }}")
            _settle(page)
        if scheme == "dark":
            page.add_style_tag(content=self.packages.dark)
            page.evaluate("document.documentElement.classList.add('dark-mode')")
        return page.screenshot(clip=_clip(page, shot), animations="disabled")

    def _open(self, page: Page, url: str, scheme: str) -> None:
        page.route("**/*", lambda route: self.packages.answer(route, dark=scheme == "dark"))
        page.goto(url)
        page.wait_for_selector(_READY)
        page.add_style_tag(content=self.packages.style)


def _operate(page: Page, shot: Shot) -> None:
    if shot.login:
        _log_in(page, shot.login)
    for operation in shot.operations:
        block = _block(page, operation)
        if not block.locator(".opblock-body").count():
            block.locator(".opblock-summary-control").click()
        block.locator(".opblock-body .responses-wrapper").wait_for()
        if operation in (*shot.attempt, *shot.execute):
            block.locator("button", has_text="Try it out").click()
        if operation in shot.execute:
            block.locator("button.execute").click()
            block.locator(".live-responses-table").wait_for()
    if shot.dialog:
        page.locator(".auth-wrapper .authorize").click()
        page.locator(".dialog-ux .modal-ux").wait_for()


def _log_in(page: Page, login: str) -> None:
    name, _, password = login.partition(":")
    page.locator(".auth-wrapper .authorize").click()
    dialog = page.locator(".dialog-ux .modal-ux")
    dialog.get_by_label("username").fill(name)
    dialog.get_by_label("password").fill(password)
    dialog.locator("button.authorize").click()
    dialog.locator("button", has_text="Logout").wait_for()
    dialog.locator("button", has_text="Close").click()


def _block(page: Page, operation: str) -> Locator:
    method, _, path = operation.partition(" ")
    summary = page.locator(f'.opblock-summary-path[data-path="{path}"], [data-path="{path}"]')
    return page.locator(f".opblock-{method.lower()}").filter(has=summary).first


def _settle(page: Page) -> None:
    """Wait until nothing moves: all is loaded and drawn, no field has the keyboard."""
    page.evaluate("document.activeElement?.blur()")
    page.mouse.move(0, 0)
    page.wait_for_load_state("networkidle")
    page.evaluate(_SAME, VOLATILE)
    page.evaluate("document.fonts.ready.then(() => true)")
    # Syntax colours and schemas are drawn a moment after the element is there.
    page.evaluate("new Promise(r => setTimeout(() => requestAnimationFrame(() => r(true)), 400))")


def _clip(page: Page, shot: Shot) -> FloatRect:
    """Return the part of the page that the picture shows."""
    if shot.dialog and not shot.select:
        return _around(page, [page.locator(".dialog-ux .modal-ux")], margin=0)
    if shot.is_redoc and not shot.select:
        return {"x": 0, "y": 0, "width": REDOC_WIDTH, "height": REDOC_WIDTH * 2 / 3}
    page.set_viewport_size({"width": WIDTH, "height": _TALL})
    if shot.select:
        return _around(page, page.locator(shot.select).all())
    if shot.operations:
        return _around(
            page, [part for name in shot.operations for part in _parts(page, shot, name)]
        )
    parts = page.locator(".swagger-ui .opblock-tag-section, .swagger-ui section.models").all()
    bottom = _around(page, [*parts, page.locator(".swagger-ui .information-container")])
    height = min(HEIGHT, bottom["y"] + bottom["height"])
    return {"x": 0, "y": 0, "width": WIDTH, "height": height}


def _parts(page: Page, shot: Shot, operation: str) -> list[Locator]:
    """Return what is shown of an operation: all, or up to the answer where it was executed."""
    block = _block(page, operation)
    if operation in shot.execute:
        return [block.locator(".opblock-summary"), block.locator(".live-responses-table")]
    return [block]


def _around(page: Page, shown: list[Locator], margin: int = MARGIN) -> FloatRect:
    boxes = [box for box in (element.bounding_box() for element in shown) if box]
    if not boxes:
        raise Error("what it selects is not there")
    left = max(0, min(box["x"] for box in boxes) - margin)
    top = max(0, min(box["y"] for box in boxes) - margin)
    right = max(box["x"] + box["width"] for box in boxes) + margin
    bottom = max(box["y"] + box["height"] for box in boxes) + margin
    return {"x": left, "y": top, "width": right - left, "height": min(HEIGHT, bottom - top)}
