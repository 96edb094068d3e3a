"""The pseudo-language: a whole translation of the real pages, and what escapes it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from scripts.docsite import abbreviations, languages, markdown, tree
from scripts.docsite.errors import DocsError
from scripts.docsite.translations import checking, escapes, pseudo, status, sync
from scripts.docsite.translations.states import Workbench

PAGE = """\
---
description: All huts.
data: [huts]
---

# Huts { #huts }

A [hut](index.md) has
`beds()`.

<!-- screenshot: example=huts/tutorial001.py alt="Two beds" -->

/// tip | Book early

* Beds are **few**.

///

```console
$ fastapi dev
```

```mermaid
graph TB
    a["Two beds"] --> b
```
"""
SHOWN = """\
---
description: 🅰🅻🅻 🅷🆄🆃🆂.
data:
- huts
---

# 🅷🆄🆃🆂 { #huts }

🅰 [🅷🆄🆃](index.md) 🅷🅰🆂
`beds()`.

<!-- screenshot: example=huts/tutorial001.py alt="🆃🆆🅾 🅱🅴🅳🆂" -->

/// tip | 🅱🅾🅾🅺 🅴🅰🆁🅻🆈

* 🅱🅴🅳🆂 🅰🆁🅴 **🅵🅴🆆**.

///

```console
$ fastapi dev
```

```mermaid
graph TB
    a["🆃🆆🅾 🅱🅴🅳🆂"] --> b
```
"""
SETTINGS = '<script id="docsite-settings">{"a": "Copy", "b": "🅲", "c": "../x"}</script>'


def test_words_are_emoji_and_all_else_stays() -> None:
    """Line for line, below the front matter."""
    assert pseudo.page(markdown.scan(PAGE)) == SHOWN


def test_abbreviations_stay() -> None:
    """The site explains them, and would not know them again."""
    page = markdown.scan("# The API { #api }\n\nNo APIs, I/O,\n[API](a.md).\n")
    shown = "# 🆃🅷🅴 API { #api }\n\n🅽🅾 🅰🅿🅸🆂, I/O,\n[API](a.md).\n"
    assert pseudo.page(page, ["API", "I/O"]) == shown


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the real sources with every page in the pseudo-language, recorded."""
    copy = tmp_path_factory.mktemp("pseudo")
    shutil.copyfile(root / "mkdocs.yml", copy / "mkdocs.yml")
    for part in ("docs/en", "docs_src", "data"):
        shutil.copytree(root / part, copy / part, ignore=shutil.ignore_patterns("*.png", "*.svg"))
    for path, content in pseudo.sources(Workbench.of(tree.load(root)), "em").items():
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_bytes(content)
    sync.apply(copy, pseudo.recorded(Workbench.of(tree.load(copy)), "em"))
    return copy


def test_every_real_page_keeps_every_rule(project: Path) -> None:
    """Either the page is wrong, or the rule, or what makes the page."""
    pages = [*Workbench.of(tree.load(project)).translations("em")]
    assert len(pages) > 100
    assert [finding for page in pages for finding in checking.check(page)] == []


def test_every_real_page_is_up_to_date(project: Path) -> None:
    """And its language is the only one beside English."""
    (found,) = status.survey(Workbench.of(tree.load(project)))
    assert (found.language.code, found.percent) == ("em", 100)
    assert len(found.current) == len(found.pages)


def test_all_words_of_the_site_and_of_the_theme_are_there(project: Path) -> None:
    """With the names that the site fills in."""
    english = languages.message_file(project, "en").data
    words = languages.message_file(project, "em").data
    assert words.keys() == english.keys()
    assert abbreviations.explained(project, "em")["TLS"].startswith("🆃🆁🅰🅽🆂🅿🅾🆁🆃")
    assert words["tested_with"] == "🆃🅴🆂🆃🅴🅳 🆆🅸🆃🅷 {name} {version}"
    theme = (project / "overrides/partials/languages/em.html").read_text(encoding="utf-8")
    assert '"action.skip": "🆂🅺🅸🅿 🆃🅾 🅲🅾🅽🆃🅴🅽🆃"' in theme
    assert '"direction": "ltr"' in theme
    assert '"search.config.lang": "em"' in theme
    assert not re.search(r'"(?:nav|top|toc)": "[A-Za-z]', theme)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("de", "'de' is a real language"),
        ("en", "'en' is a real language"),
        ("../..", "'../..' is no language code"),
        ("em\n", r"'em\\n' is no language code"),
    ],
)
def test_only_a_free_code_is_taken(root: Path, code: str, told: str) -> None:
    """The pages of a real language are people's work, and the code names folders."""
    with pytest.raises(DocsError, match=told):
        pseudo.sources(Workbench.of(tree.load(root)), code)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<p>🅰 word</p>", ["<p>: 🅰 word"]),
        ('<a class="x" title="Skip">🅰</a>', ["title of <a>: Skip"]),
        ('<img alt="A hut">', ["alt of <img>: A hut"]),
        ('<input placeholder="Find">', ["placeholder of <input>: Find"]),
        ('<meta name="description" content="Huts">', ["<meta description>: Huts"]),
        (SETTINGS, ['a of <script id="docsite-settings">: Copy']),
        ("<p><code>word</code> <kbd>Ctrl</kbd></p><pre>word</pre>", []),
        ('<p lang="en">A word <b>too</b></p><p>🅰</p>', []),
        ('<ul lang="en"><li>one<li>two</ul><p>word</p>', ["<p>: word"]),
        ("<p>see https://a.example/b and a/b.py</p>", ["<p>: see https://a.example/b and a/b.py"]),
        ("<p>https://a.example/b, a/b.py, 12 x</p>", []),
        ("<script>word</script><style>word</style>", []),
        ("<p>🆃🅴🆂🆃🅴🅳 🆆🅸🆃🅷 FastAPI 1.0</p>", []),
    ],
)  # fmt: skip
def test_english_words_are_found(page: str, told: list[str]) -> None:
    """Where readers see or hear them; code, names, addresses and marked English are none."""
    found = escapes.escaped(page, "em", ["FastAPI"])
    assert [f"{text.place}: {text.text}" for text in found] == told
