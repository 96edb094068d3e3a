"""Redirects: which are refused, with their lines; what the site gets for those that are not."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.docsite import addresses, languages, redirect_pages, redirects
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import Language, Languages
from scripts.docsite.model import Location, PageKey
from scripts.docsite.redirects import Redirect

CASES = Path(__file__).parent / "cases" / "redirects"
ENGLISH = Language("en", "English", "ltr", "en", "en")
PERSIAN = Language("fa", "فارسی", "rtl", "fa", None)
HANT = Language("zh-hant", "中文", "ltr", "zh-Hant", "zh")
LANGUAGES = Languages((ENGLISH, PERSIAN, HANT), ())
MESSAGES = {
    "redirect_title": "Moved",
    "redirect_text": "Here <we> go.",
    "redirect_link": "Go & see",
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that makes a project with the given file of redirects."""

    def write(text: str) -> Path:
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / redirects.FILE).write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize("case", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_case(case: Path, write: Callable[[str], Path]) -> None:
    """Every case gives exactly the findings, or the error, that its file lists."""
    expected: dict[str, Any] = yaml.safe_load(case.read_text(encoding="utf-8"))
    pages = {
        PageKey(key): None if ids is None else frozenset(ids)
        for key, ids in expected["pages"].items()
    }
    root = write(expected["redirects"])
    if "error" in expected:
        with pytest.raises(DocsError) as raised:
            redirects.load(root)
        assert str(raised.value) == expected["error"]
    else:
        found = redirects.check(redirects.load(root), pages, LANGUAGES)
        assert [str(finding) for finding in found] == expected["findings"]


def test_a_project_without_the_file_has_no_redirects(tmp_path: Path) -> None:
    """A missing file means none, so that a small site needs no empty one."""
    assert redirects.load(tmp_path) == ()


def test_loading_keeps_parts_and_lines(write: Callable[[str], Path]) -> None:
    """A redirect knows its target, its anchor and where it is written."""
    root = write("# head\nold.md: new.md#part\n\naway.md: https://example.org/\n")
    first, second = redirects.load(root)
    assert first == Redirect(PageKey("old.md"), "new.md", "part", Location(redirects.FILE, 2))
    assert (second.target, second.anchor, second.location.line) == ("https://example.org/", None, 4)
    assert (first.leaves_the_site, second.leaves_the_site) == (False, True)


class _Page(HTMLParser):
    """Collects the start tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def one(self, tag: str, **wanted: str) -> dict[str, str | None]:
        """Return the attributes of the one tag of that name that has the wanted ones."""
        found = [a for name, a in self.tags if name == tag and wanted.items() <= a.items()]
        assert len(found) == 1, (tag, wanted, found)
        return found[0]


def redirect(source: str, target: str, anchor: str | None = None) -> Redirect:
    """Return a redirect that stands in line 1."""
    return Redirect(PageKey(source), target, anchor, Location(redirects.FILE, 1))


def outputs(
    *entries: Redirect, language: Language = ENGLISH, directory_urls: bool = True
) -> dict[str, str]:
    """Return what a site at https://guide.example/docs/ gets for the redirects."""
    return redirect_pages.outputs(
        entries,
        language,
        MESSAGES,
        base_url="https://guide.example/docs/",
        directory_urls=directory_urls,
    )


def test_the_page_at_the_old_address() -> None:
    """It names its language, its new place, and leads there with and without JavaScript."""
    files = outputs(redirect("advanced/graphql.md", "how-to/graphql.md", "why"), language=PERSIAN)
    ((path, text),) = files.items()
    page = _Page(text)
    href = "../../how-to/graphql/#why"
    assert path == "advanced/graphql/index.html"
    assert page.one("html") == {"lang": "fa", "dir": "rtl"}
    canonical = "https://guide.example/docs/fa/how-to/graphql/"
    assert page.one("link", rel="canonical")["href"] == canonical
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert page.one("meta", **{"http-equiv": "refresh"})["content"] == f"0; url={href}"
    assert page.one("a", id="target")["href"] == href
    assert "Here &lt;we&gt; go." in text
    assert "Go &amp; see" in text


def test_addresses_of_other_sites_are_kept_whole() -> None:
    """Query and fragment of an address outside the site come through, escaped for HTML."""
    target = redirect("blog.md", "https://example.org/posts/?a=1&b=2", "100%25")
    page = _Page(outputs(target)["blog/index.html"])
    assert page.one("a", id="target")["href"] == "https://example.org/posts/?a=1&b=2#100%25"
    assert page.one("link", rel="canonical")["href"] == "https://example.org/posts/?a=1&b=2"


def test_without_directory_urls_pages_are_files() -> None:
    """`use_directory_urls: false` gives old and new pages the names that MkDocs gives them."""
    entry = redirect("advanced/graphql.md", "how-to/index.md")
    ((path, text),) = outputs(entry, directory_urls=False).items()
    assert path == "advanced/graphql.html"
    assert _Page(text).one("a", id="target")["href"] == "../how-to/index.html"


def test_the_script_is_the_same_on_every_page() -> None:
    """A content security policy can name one hash for all of them."""
    files = outputs(redirect("a.md", "b.md"), redirect("c.md", "https://example.org/"))
    assert all(f"<script>\n{redirect_pages.SCRIPT}</script>" in text for text in files.values())


def test_rules_for_hosts_name_every_language() -> None:
    """`_redirects` has a permanent rule for each old address, below the site's own path."""
    rules = redirect_pages.host_rules(
        (redirect("old name.md", "new.md", "part"), redirect("blog.md", "https://example.org/x")),
        LANGUAGES,
        base_url="https://guide.example/docs/",
        directory_urls=True,
    )
    assert rules.splitlines() == [
        "/docs/old%20name/ /docs/new/#part 301",
        "/docs/blog/ https://example.org/x 301",
        "/docs/fa/old%20name/ /docs/fa/new/#part 301",
        "/docs/fa/blog/ https://example.org/x 301",
        "/docs/zh-hant/old%20name/ /docs/zh-hant/new/#part 301",
        "/docs/zh-hant/blog/ https://example.org/x 301",
    ]


SEGMENTS = st.lists(st.sampled_from(["a", "b", "index", "c d"]), min_size=1, max_size=4)
KEYS = SEGMENTS.map(lambda parts: PageKey("/".join(parts) + ".md"))


@given(KEYS, KEYS, st.booleans())
def test_relative_addresses_lead_to_their_target(
    source: PageKey, target: PageKey, directory_urls: bool
) -> None:
    """Resolved as a browser does, the link on the old page is the new page's address."""
    old = addresses.page_url(source, directory_urls=directory_urls)
    new = addresses.page_url(target, directory_urls=directory_urls)
    home = "https://guide.example/docs/"
    assert urljoin(home + old, addresses.relative(new, old)) == home + new


PATHS = st.sampled_from(
    ["a.md", "b.md", "c.md", "a/index.md", "p.md", "/x.md", "..", "", "https://e.org/", "http:x"]
)


@given(st.dictionaries(PATHS, PATHS, max_size=8))
def test_what_passes_leads_to_a_page_in_one_step(entries: dict[str, str]) -> None:
    """Redirects without findings have free sources and end at a page or an https address."""
    pages: dict[PageKey, frozenset[str] | None] = {PageKey("p.md"): frozenset()}
    found = tuple(redirect(source, target) for source, target in entries.items())
    if not redirects.check(found, pages, LANGUAGES):
        assert all(entry.target in ("p.md", "https://e.org/") for entry in found)
        paths = [path for entry in found for path in outputs(entry)]
        assert len(paths) == len(set(paths))
        assert "p/index.html" not in paths


def test_our_own_redirects_lead_somewhere(root: Path) -> None:
    """Each line of data/redirects.yml names an English page, and none that still exists."""
    english = root / "docs" / "en"
    pages = {PageKey(path.relative_to(english).as_posix()): None for path in english.rglob("*.md")}
    assert redirects.check(redirects.load(root), pages, languages.load(root)) == ()
