"""One build for all languages, whole or not at all."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping

import pytest

from scripts.docsite.errors import DocsError
from tests.engine.conftest import Site
from tests.support import REPOSITORY

MakeSite = Callable[[Mapping[str, str | bytes | None]], Site]


def test_every_language_is_built_below_its_code(site: Site) -> None:
    """English lies at the root, each other language in its folder."""
    report = site.build()
    assert [result.error for result in report.languages] == ["", "", ""]
    assert report.warnings == ()
    assert 'lang="en"' in site.page("")
    assert "Ve a los" in site.page("es")
    assert 'dir="rtl"' in site.page("fa")


def test_untranslated_pages_come_in_english_and_marked(site: Site) -> None:
    """The body says that it is English, search engines are sent to the English page."""
    site.build()
    page = site.page("fa/huts")
    assert "All huts." in page
    assert '<link rel="canonical" href="https://guide.example/huts/">' in page
    assert "noindex" in page
    assert 'lang="en" dir="ltr"' in page


def test_never_translated_pages_come_without_notice(site: Site) -> None:
    """A page that is English by policy does not ask to be translated."""
    site.build()
    notice = "docsite-notice"
    assert notice in site.page("es/huts/alpenrose")
    assert notice not in site.page("es/reference/api")
    assert notice not in site.page("es/huts")


def test_translated_pages_name_their_real_alternates(site: Site) -> None:
    """`hreflang` lists only languages that have the page, itself and the default."""
    site.build()
    for path in ("huts", "es/huts"):
        page = site.page(path)
        assert 'hreflang="es" href="https://guide.example/es/huts/"' in page
        assert 'hreflang="x-default" href="https://guide.example/huts/"' in page
        assert 'hreflang="fa"' not in page.split("</head>")[0]


def test_sections_are_named_in_the_readers_language(site: Site) -> None:
    """The navigation takes a section's title from the language's own index page."""
    site.build()
    assert "Refugios" in site.page("es/reference/api")


def test_sitemaps_list_a_languages_own_pages(site: Site) -> None:
    """What is shown in English belongs to the English sitemap alone."""
    site.build()
    spanish = site.output()["es/sitemap.xml"].decode()
    assert "<loc>https://guide.example/es/huts/</loc>" in spanish
    assert "<loc>https://guide.example/es/</loc>" in spanish
    assert "alpenrose" not in spanish


def test_one_language_keeps_the_others(site: Site) -> None:
    """Building Spanish replaces Spanish and nothing else."""
    site.build()
    before = site.output()
    site.change({"docs/es/index.md": "# Portada { #home }\n\nNueva.\n"}).build(codes=["es"])
    after = site.output()
    assert "Nueva." in site.page("es")
    changed = {path for path in before if before[path] != after[path]}
    assert changed and all(path.startswith("es/") for path in changed)
    assert set(before) == set(after)


def test_one_language_alone_brings_english_along(site: Site) -> None:
    """Into an empty folder English comes too, because the others use its fonts and scripts."""
    report = site.build(codes=["es"])
    assert [result.language for result in report.languages] == ["en", "es"]
    assert not (site.root / "site/fa").exists()


def test_a_page_that_fails_leaves_the_site_as_it_was(site: Site) -> None:
    """The error tells the place, and what was published stays."""
    site.build()
    before = site.output()
    site.change({"docs/es/huts/index.md": "# Refugios { #huts }\n\n{! ../../nope.md !}\n"})
    with pytest.raises(
        DocsError, match=r"^the build failed\nes: docs/es/huts/index.md:3: "
    ) as failed:
        site.build()
    assert "Error reading page" not in str(failed.value)
    assert site.output() == before


def test_a_mistake_is_told_where_it_is_and_not_where_it_is_met(site: Site) -> None:
    """The page that counts what is translated reads every translation, and is right itself."""
    figures = (
        "---\ndata: [translation_status]\n---\n\n# Home { #home }\n\n{{ translation_status }}\n"
    )
    page = "docs/es/huts/index.md"
    bad = "---\ndescription: [a\n---\n\n# Refugios { #huts }\n"
    site.change({"docs/en/index.md": figures, page: bad})
    with pytest.raises(DocsError) as failed:
        site.build(codes=["es"])
    assert str(failed.value).split("\n") == [
        "the build failed",
        f"en: {page}:3: the front matter is no YAML: did not find expected ',' or ']'",
        "  → quote values that hold a colon or start with a special character",
        "  → site/ is as it was before",
    ]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("template: 5", "docs/en/huts/index.md: AttributeError: "),
        ("template: none.html", "docs/en/huts/index.md: there is no template none.html"),
        ("icon: material/none", "docs/en/huts/index.md:2: the theme has no icon 'material/none'"),
    ],
)
def test_what_the_theme_stumbles_over_is_told_with_the_page(
    site: Site, head: str, told: str
) -> None:
    """In a line with a hint, and not as a traceback."""
    page = "docs/en/huts/index.md"
    site.change({page: f"---\n{head}\n---\n\n# Huts {{ #huts }}\n"})
    with pytest.raises(DocsError) as failed:
        site.build()
    assert f"en: {told}" in str(failed.value)
    assert "  → look " in str(failed.value) or "  → did you mean material/" in str(failed.value)
    assert "Traceback" not in str(failed.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "mkdocs.yml:1: the file is no mapping of settings\n  → write lines"),
        ("- a\n", "mkdocs.yml:1: the file is no mapping of settings\n  → write lines"),
        ("site_name: [\n", "mkdocs.yml:2: the file is no YAML"),
        ("site_name: X\nplugins: [nope]\n", "mkdocs.yml:2: Config value 'plugins': The \"nope\""),
        ("docs_dir: a\n", "mkdocs.yml:1: Config value 'site_name': Required"),
    ],
)
def test_a_fault_of_the_configuration_is_told_once_with_its_line(
    site: Site, text: str, told: str
) -> None:
    """And with what to do, for each language that is built."""
    site.change({"mkdocs.yml": text})
    with pytest.raises(DocsError) as failed:
        site.build(codes=["en"])
    assert str(failed.value).startswith(f"the build failed\nen: {told}")
    assert str(failed.value).count("\n  → ") == 2
    assert str(failed.value).count("mkdocs.yml:") == 1
    assert "Aborted" not in str(failed.value)


@pytest.mark.parametrize("path", ["docs/en/es/huts/index.md", "docs/en/es/map.png"])
def test_nothing_overwrites_a_page_of_another_language(site: Site, path: str) -> None:
    """The build is refused, also by MkDocs itself, and the site stays as it was."""
    site.build()
    before = site.output()
    site.change({path: "# Mine { #mine }\n"})
    with pytest.raises(DocsError, match=f"en: {path}:1: it would be built to es/"):
        site.build()
    assert f"{path}:1: it would be built to es/" in site.mkdocs("build").stderr
    assert site.output() == before


def test_strict_refuses_warnings_of_any_language(site: Site) -> None:
    """A broken link in a translation fails a strict build, and only a strict one."""
    site.change({"docs/es/index.md": "# Inicio { #home }\n\n[roto](nada.md)\n"})
    with pytest.raises(DocsError, match=r"es: .*nada\.md"):
        site.build(strict=True)
    assert not (site.root / "site").exists()
    assert any("nada.md" in text for text in site.build().warnings)


def test_warnings_come_back_from_a_warm_cache(site: Site) -> None:
    """What was wrong in the first build is told in the second as well."""
    site.change({"docs/es/index.md": "# Inicio { #home }\n\n[roto](nada.md#x)\n"})
    first, second = site.build().warnings, site.build().warnings
    assert first and first == second


def test_mkdocs_itself_builds_the_same_site(site: Site) -> None:
    """`mkdocs build` gives every language, to the byte."""
    site.build()
    ours = site.output()
    done = site.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    assert site.output() == ours


def test_mkdocs_strict_publishes_nothing_with_warnings(site: Site) -> None:
    """A warning in a translation aborts `mkdocs build --strict` before anything is replaced."""
    site.build()
    before = site.output()
    site.change({"docs/es/index.md": "# Inicio { #home }\n\n[roto](nada.md)\n"})
    done = site.mkdocs("build", "--strict")
    assert done.returncode == 1
    assert "es: docs/es/index.md:3: the page contains a link 'nada.md'" in done.stderr
    assert site.output() == before


def start_build(site: Site) -> subprocess.Popen[bytes]:
    """Start a build of the site in a process group of its own."""
    code = (
        "import sys, pathlib; from scripts.engine.builds import driver; "
        "driver.build(pathlib.Path(sys.argv[1]))"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, str(site.root)],
        cwd=REPOSITORY,
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


def test_a_killed_build_leaves_the_site_whole(site: Site) -> None:
    """Wherever a build is killed, the old site stays, and the next build is right."""
    site.build()
    before = site.output()
    site.change({"docs/en/index.md": "# Home { #home }\n\nAnother text.\n"})
    for delay in (0.4, 0.8, 1.2, 1.6):
        process = start_build(site)
        time.sleep(delay)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert site.output() == before or "Another text." in site.page("")
    site.build()
    assert "Another text." in site.page("") and "Another text." in site.page("fa")
    assert list((site.root / ".cache/builds").glob("*-*")) == []


def test_two_builds_at_once_do_not_mix(site: Site) -> None:
    """Whichever ends last, the site is one complete build."""
    site.build()
    expected = site.output()
    processes = [start_build(site) for _ in range(2)]
    assert [process.wait() for process in processes] == [0, 0]
    assert site.output() == expected


def test_titles_in_english_say_that_they_are(site: Site) -> None:
    """In the navigation of other languages; a translated title is as it was."""
    site.build()
    spanish, persian = (site.output()[f"{code}/index.html"].decode() for code in ("es", "fa"))
    assert '<span lang="en">Alpenrose</span>' in spanish
    assert '<span lang="en" dir="ltr">Alpenrose</span>' in persian
    assert '<span lang="en" dir="ltr">Huts</span>' in persian  # a section, by its index page
    assert '<span lang="en">Refugios' not in spanish
    assert '<span lang="en"' not in site.output()["index.html"].decode()


SHOWN = {
    "md-header__topic": "Huts",
    "md-tabs__link": "Huts",
    "md-path__link": "Huts",
    "md-nav__link": "Alpenrose",
    "md-footer__title": "Alpenrose",
}
"""Where the theme shows titles of pages, by a class around them, and one of the titles."""


def test_titles_in_english_say_that_they_are_wherever_the_theme_shows_them(site: Site) -> None:
    """The header, tabs, the way to the page, its neighbours; attributes hold text alone."""
    site.build()
    spanish, persian = (site.page(f"{code}/huts") for code in ("es", "fa"))
    for part, title in SHOWN.items():
        marked = f'<span lang="en" dir="ltr">{title}</span>'
        assert re.search(rf'"{part}[^"]*"[^§]{{0,400}}{marked}', persian), part
    assert 'aria-label="Siguiente: Alpenrose"' in spanish
    assert re.search(r"md-ellipsis\">\s*<span lang=\"en\">Alpenrose</span>", spanish)
    assert "<title>Huts - Small site</title>" in persian
    assert '="<' not in persian.replace('content="<', "")
    assert "<span lang=" not in site.page("huts")


def test_english_headings_in_the_table_of_contents_say_that_they_are(site: Site) -> None:
    """All of an English page, and those of sections that a translation lacks."""
    english = "# Huts { #huts }\n\nAll.\n\n## Beds { #beds }\n\nSix.\n\n## Keys { #keys }\n\nOne.\n"
    spanish = "# Refugios { #huts }\n\nTodos.\n\n## Camas { #beds }\n\nSeis.\n"
    site.change({"docs/en/huts/index.md": english, "docs/es/huts/index.md": spanish}).build()
    spanish, persian = (_contents(site.page(f"{code}/huts")) for code in ("es", "fa"))
    assert '<span lang="en">Keys</span>' in spanish
    assert spanish.count("<span lang") == 1
    assert "Camas" in spanish
    for title in ("Beds", "Keys"):
        assert f'<span lang="en" dir="ltr">{title}</span>' in persian
    assert "<span lang" not in _contents(site.page("huts"))


def _contents(page: str) -> str:
    return page.partition('data-md-component="toc"')[2].partition("</nav>")[0]


def test_what_is_only_begun_is_no_translation_in_any_language(site: Site) -> None:
    """Neither in the menu nor among the alternates of others, until a section of it is done."""
    whole = "# Alpenrose {{ #alpenrose }}\n\n<!-- translate -->\n\n## {0}Twelve.\n"
    title = "Beds { #beds }\n\n"
    path, alternate = "docs/es/huts/alpenrose.md", 'hreflang="es" href="https://guide.example/es/'
    site.change({path: whole.format(f"{title}<!-- translate -->\n\n")}).build()
    for page in ("huts/alpenrose", "fa/huts/alpenrose", "es/huts/alpenrose"):
        assert alternate not in site.page(page)
        assert _is_untranslated(site.page(page), "es")
    assert alternate not in site.output()["sitemap.xml"].decode().partition("alpenrose/")[2]
    site.change({path: whole.format(title)}).build()
    for page in ("huts/alpenrose", "fa/huts/alpenrose", "es/huts/alpenrose"):
        assert alternate in site.page(page)
        assert not _is_untranslated(site.page(page), "es")


def _is_untranslated(page: str, code: str) -> bool:
    found = re.search(r"data-docsite-languages='([^']*)'", page)
    assert found is not None
    return not json.loads(found[1])[code][1]
