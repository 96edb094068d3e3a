"""Pages of which only the navigation is made anew: they come out as if all of it was."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from scripts.engine.store.results import Store
from scripts.engine.theme import fragments
from scripts.engine.theme.frames import Frame, Frames, Holes

ROOT = Path(__file__).parents[3]

TEMPLATES = {
    "page": "<{{ number() }}{% block header %}{% include 'partials/header.html' %}{% endblock %}"
    "{% block site_nav %}{% include 'partials/nav.html' %}{% endblock %}"
    "{% block content %}{% include 'rest' %}{% endblock %}>",
    "partials/header.html": "[{% include 'rest' %}{% include 'partials/tabs.html' %}]",
    "partials/tabs.html": "({{ nav | join('+') }})",
    "partials/nav.html": "{% include 'icon' %}{{ nav | join('-') }}{{ page.title }}",
    "icon": "*",
    "rest": ".",
}

HTML = st.text("ab<>é", max_size=8)


@dataclass
class Site:
    """A page that is written again and again, each time with another navigation."""

    templates: dict[str, str] = field(default_factory=lambda: TEMPLATES)
    config: MkDocsConfig = field(default_factory=MkDocsConfig)
    store: Store = field(default_factory=lambda: Store(None))
    written: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)
    """The key of what stands there, and that, by its path."""
    shown: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.config.load_dict({"site_name": "Guide"})
        self.config.validate()
        self.config.theme = Theme(name=None, custom_dir=None)
        self.env = jinja2.Environment(
            loader=jinja2.DictLoader(self.templates), auto_reload=False, autoescape=True
        )
        self.env.globals["number"] = itertools.count().__next__
        holes = fragments.attach(self.env, self.config)
        frames = Frames.attach(self.store, holes, self.config, self.read)
        assert frames is not None
        self.frames = frames
        self.page = self.named("elm.md")

    def named(self, path: str) -> Page:
        """Return a page called Elm."""
        return Page("Elm", File(path, "docs", "site", True), self.config)

    def read(self, path: str, key: bytes) -> bytes | None:
        """Return what stands there, if it was made from what the key is of."""
        known, html = self.written.get(path, (b"", b""))
        return html if key == known else None

    def write(self, *nav: str, page: Page | None = None, frame: bytes = b"") -> str:
        """Return what a page is with a navigation, and write that."""
        page, nav = page or self.page, self.shown.setdefault(nav, nav)
        path, shell = page.file.dest_uri, "/".join(nav).encode()

        def make() -> str:
            return self.env.get_template("page").render(page=page, nav=nav)

        html = self.frames.render(frame or path.encode(), shell, path, make)
        self.written[path] = shell, html.encode()
        return html


def test_only_the_navigation_is_made_anew() -> None:
    """The number of the page stays, and so it does the next time."""
    site = Site()
    assert site.write("ash", "elm") == "<0[.(ash+elm)]*ash-elmElm.>"
    assert site.write("ash", "elm", "yew") == "<0[.(ash+elm+yew)]*ash-elm-yewElm.>"
    assert site.write("elm") == "<0[.(elm)]*elmElm.>"


def test_a_page_is_made_whole_where_its_frame_is_not_known() -> None:
    """As where what stands there is not what the frame was of, or something else changed."""
    site = Site()
    site.write("ash")
    site.written.clear()
    assert site.write("elm") == "<1[.(elm)]*elmElm.>"
    assert site.write("oak", frame=b"renamed") == "<2[.(oak)]*oakElm.>"


def test_pages_that_share_all_around_a_hole_have_a_frame_each() -> None:
    """What is around it is never taken from another page: the hole would not be known."""
    site = Site()
    pages = [site.named(path) for path in ("elm.md", "yew.md", "oak.md")]
    for nav in (["ash"], ["ash", "elm"]):
        numbers = [site.write(*nav, page=page)[1] for page in pages]
        assert numbers == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("rest", "{% include 'partials/tabs.html' %}"),
        ("page", "{% include 'partials/nav.html' %}{% include 'partials/nav.html' %}"),
        ("partials/tabs.html", ""),
        ("icon", "{{ nav | join('+') }}"),
    ],
)
def test_what_a_page_shows_of_the_navigation_elsewhere_is_never_that_of_the_last_build(
    name: str, template: str
) -> None:
    """In parts that are not looked into, twice, not at all, or in a part of a hole."""
    site = Site(TEMPLATES | {"rest": "", name: template})
    stock = jinja2.Environment(loader=site.env.loader, autoescape=True)
    stock.globals["number"] = lambda: ""
    site.env.globals["number"] = stock.globals["number"]
    for nav in (["ash"], ["ash", "elm"], ["elm"], ["elm"], ["yew", "oak"]):
        assert site.write(*nav) == stock.get_template("page").render(page=site.page, nav=nav)


@given(st.lists(st.tuples(HTML, HTML, HTML), max_size=4), HTML)
def test_a_frame_takes_other_holes(parts: list[tuple[str, str, str]], end: str) -> None:
    """Wherever holes can be told from what is around them."""
    html = "".join(text + hole for text, hole, _ in parts) + end
    frame = Frame.of(b"shell", html, [hole for _, hole, _ in parts])
    if frame is None:
        return
    known = Frame.unpack(frame.pack())
    assert known.filled(html, [hole for _, hole, _ in parts], b"") == (
        html,
        Frame(b"", frame.places),
    )
    found = known.filled(html, [new for *_, new in parts], b"other")
    assert found is not None
    assert found[0] == "".join(text + new for text, _, new in parts) + end
    for (start, behind), (*_, new) in zip(found[1].places, parts, strict=True):
        assert found[0][start:behind] == new
    assert known.filled(html, ["one more", *(new for *_, new in parts)], b"") is None


def test_holes_that_cannot_be_told_apart_have_no_frame() -> None:
    """One that is there twice, that begins as another text does, that is empty or not there."""
    for html, hole in (("a(b)(b)", "(b)"), ("(x" * 300, "(x" * 150), ("a", ""), ("a", "b")):
        assert Frame.of(b"", html, [hole]) is None
    assert Frame.of(b"", "a", []) is None
    assert Frame.of(b"", "a(b)c", ["(b)"]) == Frame(b"", [(1, 4)])


def attached(config: MkDocsConfig) -> Frames | None:
    """Return the frames for a configuration."""
    return Frames.attach(Store(None), Holes(), config, lambda path, key: None)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("<nav class='md-nav'>{{ page.title }}</nav>", True),
        ("{% for item in nav %}{{ item.title }}{% endfor %}", False),
        ("{{ page.parent.title }}", False),
        ("{{ (page.ancestors | first).title }}", False),
    ],
)
def test_our_own_templates_do_not_show_the_navigation(
    tmp_path: Path, text: str, *, known: bool
) -> None:
    """Where one may, all of a page is made each time."""
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials/foot.html").write_text(text, encoding="utf-8")
    config = Site().config
    config.theme = Theme(name=None, custom_dir=str(tmp_path))
    assert (attached(config) is not None) is known


def test_what_changes_pages_behind_the_theme_leaves_no_frame() -> None:
    """The last build's page is then not what the theme made."""
    config = Site().config
    config.plugins = PluginCollection()
    changing: Callable[..., str] = lambda output, **_: output  # noqa: E731
    config.plugins._register_event("post_page", changing)
    assert attached(config) is None


def test_this_site_has_frames() -> None:
    """None of its templates looks at the navigation, and no hook at what the theme made."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert attached(config) is not None
