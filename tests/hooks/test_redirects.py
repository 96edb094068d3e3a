"""The redirects of a built site: what MkDocs writes, and what a browser does with it."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from playwright.sync_api import Browser

from tests.support import REPOSITORY, configuration, make_project

PAGE = "# New page { #new-page }\n\n## Part { #part }\n\n## Other { #other }\n"
HOOKS = [str(REPOSITORY / f"scripts/hooks/{name}.py") for name in ("language", "redirects")]


def build_site(
    root: Path, redirects: str, *, code: str = "en", page: str = PAGE, **options: object
) -> Path:
    """Build a small site with a page `folder/new.md` in one language; return its folder."""
    make_project(
        root,
        {
            "docs/en/folder/new.md": page,
            "data/redirects.yml": redirects,
            "mkdocs.yml": configuration(
                ["index.md", "folder/new.md"],
                theme={"name": "mkdocs"},
                hooks=HOOKS,
                strict=True,
                markdown_extensions=["attr_list"],
                validation={"links": {"anchors": "warn"}},
                **options,
            ),
        },
    )
    (root / f"docs/{code}").mkdir(parents=True, exist_ok=True)
    config = load_config(
        str(root / "mkdocs.yml"), docs_dir=str(root / "docs" / code), site_dir=str(root / "site")
    )
    build(config)
    return root / "site"


def test_each_redirect_becomes_a_page_and_a_rule(tmp_path: Path) -> None:
    """The English build writes the pages and one file of rules for all languages."""
    site = build_site(tmp_path, "old/page.md: folder/new.md#part\n")
    page = (site / "old/page/index.html").read_text(encoding="utf-8")
    assert 'href="../../folder/new/#part"' in page
    assert '<link rel="canonical" href="https://guide.example/folder/new/">' in page
    assert (site / "_redirects").read_text(encoding="utf-8").splitlines() == [
        "/old/page/ /folder/new/#part 301",
        "/es/old/page/ /es/folder/new/#part 301",
        "/fa/old/page/ /fa/folder/new/#part 301",
    ]


def test_another_language_leads_to_its_own_page(tmp_path: Path) -> None:
    """In Persian the page is Persian and leads to the Persian page, even where it falls back."""
    site = build_site(tmp_path, "old/page.md: folder/new.md\n", code="fa")
    page = (site / "old/page/index.html").read_text(encoding="utf-8")
    assert '<html lang="fa" dir="rtl">' in page
    assert '<link rel="canonical" href="https://guide.example/fa/folder/new/">' in page
    assert not (site / "_redirects").exists()


def test_old_addresses_are_neither_in_the_sitemap_nor_in_the_search(tmp_path: Path) -> None:
    """Only pages are listed and searched."""
    site = build_site(tmp_path, "old/page.md: folder/new.md\n", plugins=["search"])
    assert (site / "old/page/index.html").is_file()
    for name in ("sitemap.xml", "search/search_index.json"):
        text = (site / name).read_text(encoding="utf-8")
        assert "folder/new/" in text
        assert "old/page" not in text


def test_without_directory_urls(tmp_path: Path) -> None:
    """A site of `.html` files redirects from and to `.html` files."""
    site = build_site(tmp_path, "old/page.md: folder/new.md#part\n", use_directory_urls=False)
    page = (site / "old/page.html").read_text(encoding="utf-8")
    assert 'href="../folder/new.html#part"' in page


def test_a_site_without_redirects_gets_no_files(tmp_path: Path) -> None:
    """An empty list of redirects writes neither pages nor rules."""
    site = build_site(tmp_path, "# none yet\n")
    assert not (site / "_redirects").exists()


@pytest.mark.parametrize(
    ("redirects", "message"),
    [
        ("old.md: folder/nwe.md\n", "data/redirects.yml:1: there is no page 'folder/nwe.md'"),
        (
            "# head\nold.md: folder/new.md#no\n",
            "data/redirects.yml:2: the page 'folder/new.md'",
        ),
        ("index.md: folder/new.md\n", "data/redirects.yml:1: 'index.md' can't be redirected"),
        ("es/old.md: folder/new.md\n", "data/redirects.yml:1: 'es/old.md' has an address among"),
        ("a.md: b.md\nb.md: a.md\n", "data/redirects.yml:1: 'a.md' leads nowhere"),
        ("- old.md\n", "data/redirects.yml:1: the file is no mapping"),
    ],
)
def test_a_wrong_redirect_stops_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, redirects: str, message: str
) -> None:
    """The build fails with the line, and writes no page."""
    with pytest.raises(Abort):
        build_site(tmp_path, redirects)
    assert caplog.messages[-1].startswith(message)
    assert not (tmp_path / "site/index.html").exists()


def test_a_page_can_not_link_to_an_old_address(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A link to a page that is gone stays a broken link: a redirect does not hide it."""
    with pytest.raises(Abort):
        build_site(tmp_path, "old.md: folder/new.md\n", page=f"{PAGE}\n[Old](../old.md)\n")
    assert any("'../old.md'" in text for text in caplog.messages)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site with redirects on a free port of this machine; gives its address."""
    root = tmp_path_factory.mktemp("redirects")
    site = build_site(root, "old/page.md: folder/new.md#part\nplain.md: folder/new.md\n")
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        thread = threading.Thread(target=http.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}/"
        http.shutdown()
        thread.join()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("javascript", "old", "new"),
    [
        (True, "old/page/", "folder/new/#part"),
        (True, "old/page/#other", "folder/new/#other"),
        (True, "old/page/?a=1&b=2#other", "folder/new/?a=1&b=2#other"),
        (True, "plain/?a=1", "folder/new/?a=1"),
        (True, "plain/", "folder/new/"),
        (False, "old/page/", "folder/new/#part"),
        (False, "plain/", "folder/new/"),
    ],
)
def test_a_browser_arrives(
    browser: Browser, server: str, javascript: bool, old: str, new: str
) -> None:
    """Query and hash come with the reader; a hash of theirs wins; no JavaScript is needed."""
    page = browser.new_page(java_script_enabled=javascript)
    page.goto(server + old)
    page.wait_for_url(server + new, timeout=10_000)
    assert page.url == server + new
    assert page.title().startswith("New page")
    page.close()


@pytest.mark.browser
def test_the_old_address_leaves_no_trace_in_the_history(browser: Browser, server: str) -> None:
    """Going back from the new page does not run into the redirect again."""
    page = browser.new_page()
    page.goto(server)
    page.goto(server + "plain/")
    page.wait_for_url(server + "folder/new/")
    page.go_back()
    assert page.url == server
    page.close()
