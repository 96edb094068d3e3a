"""The checks: a sound project has no finding, and each fault that is planted has its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scripts.docsite import checks, tree
from scripts.docsite.checks import RULES, rules
from scripts.docsite.model import Finding, Severity
from scripts.docsite.translations import sync
from scripts.docsite.translations.states import Workbench
from tests import support
from tests.support import HOME, Project

Files = Mapping[str, str | bytes | None]
Make = Callable[[Files], Project]

FRONT = "---\ndescription: A page made by a test.\n---\n\n"
"""Five lines: the title of a page stands in line 5."""


FRONT_ES = "---\ndescription: Una página hecha por una prueba.\n---\n\n"


THINGS = "---\ndata: [things]\n" + FRONT[4:] + "# Things { #things }\n\n"
"""A page of data; what follows stands in line 8."""


def page(body: str = "", *, title: str = "# Page { #page }") -> str:
    """Return a sound English page; the body starts in line 7."""
    return f"{FRONT}{title}\n\n{body}"


def found(project: Project) -> list[Finding]:
    """Return what the checks find in the project."""
    return checks.run(tree.survey(project.root))


def places(findings: list[Finding]) -> list[str]:
    """Return `code path:line` of each finding."""
    return [f"{finding.code} {finding.location}" for finding in findings]


SOUND: Files = {
    "docs/en/tutorial/first.md": page(
        """\
A [page](../index.md), a [section](../index.md#home), [this page](#page), [an object](
../reference/app.md#fastapi.FastAPI.get), ![a picture](../img/a.svg), <img src="../../img/a.svg"
alt="">, <a href="../../#home">home</a>, [outside](https://example.com/), <mailto:a@example.com>.

[](){#own} [to the anchor](#own)

[by name][home page], [Home  Page][], [the [old] page] [quoted], a[note][^1] [1][^1] [^1] [2],
`a[0][1]` `[^0]`, \\[a][b] \\[^b], [a]\\[b], [a]  [b], [a](../index.md) [b](../index.md),
![pic][home page],
[fastapi.FastAPI][], [`fastapi.FastAPI.get`][], [x][fastapi.FastAPI]

- [ ] something

    [Home Page]:../index.md

> [Quoted]: ../index.md

[^1]:
    A note with a [^note].

- > [^note]: A note in a list.

```python
async with lock:
    pass
```

A conflict of git:

 ```text
 <<<<<<< HEAD
 =======
 >>>>>>> topic
 ```

| ||||||| a | >>>>>>> b |
|---|---|

```rst
=======
Title
=======
```

## Section { #section }

A line break:  
here.

```makefile
all:
\tmake   
```
"""
    ),
    "docs/en/reference/app.md": page("::: fastapi.FastAPI\n"),
    "docs/en/img/a.svg": "<svg/>\n",
    "docs/es/index.md": f"{FRONT_ES}# Inicio {{ #home }}\n\nTexto.\n",
}


def test_a_sound_project_has_no_finding(make_project: Make) -> None:
    """Everything that is allowed is in it, and none of it is told."""
    assert found(make_project(SOUND)) == []


# Each fault: the files that plant it, and all that is found then, as `code path:line`.
FAULTS: Mapping[str, tuple[Files, list[str]]] = {
    "P001 invalid UTF-8": (
        {"docs/en/index.md": HOME.encode() + b"\ncaf\xe9\n"},
        ["P001 docs/en/index.md:9"],
    ),
    "P002 front matter that is no YAML": (
        {"docs/en/index.md": "---\na: [\n---\n# T { #t }\n"},
        ["P002 docs/en/index.md:3"],
    ),
    "P003 open code block": (
        {"docs/en/index.md": page("```\nx\n")},
        ["P003 docs/en/index.md:7"],
    ),
    "P003 open block": (
        {"docs/en/index.md": page("/// tip\nx\n")},
        ["P003 docs/en/index.md:7"],
    ),
    "P004 no description": (
        {"docs/en/index.md": "# Home { #home }\n"},
        ["P004 docs/en/index.md:1"],
    ),
    "P004 blank description": (
        {"docs/en/index.md": "---\ndescription: ' '\n---\n# Home { #home }\n"},
        ["P004 docs/en/index.md:1"],
    ),
    "P005 unknown language": (
        {"docs/xx/index.md": "# X { #x }\n"},
        ["P005 docs/xx:1"],
    ),
    "P006 page below the home of another language": (
        {"docs/en/es/page.md": page()},
        ["P006 docs/en/es/page.md:1"],
    ),
    "P006 file that the build makes itself": (
        {"docs/es/sitemap.xml": ""},
        ["P006 docs/es/sitemap.xml:1"],
    ),
    "P007 conflicts that are not settled, and nothing that follows from them": (
        {
            "docs/en/index.md": page(
                "<<<<<<< HEAD\n## One\n||||||| 1a2b3c\n```\n=======\n>>>>>>> topic\n\n"
                "```text\n<<<<<<< HEAD\n=======\n>>>>>>> topic\n```\n"
            ),
            "docs/en/a.md": "---\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> topic\n---\n",
            "docs/es/index.md": f"{FRONT_ES}# Inicio {{ #home }}\r\n\r\n<<<<<<<\r\na\r\n",
        },
        [
            "P007 docs/en/a.md:2",
            "P007 docs/en/index.md:7",
            "P007 docs/en/index.md:15",
            "P007 docs/es/index.md:7",
        ],
    ),
    "P007 marks that are left over": (
        {
            "docs/en/a.md": page("text\n>>>>>>> topic\n"),
            "docs/en/b.md": page("two\nlines\n=======\nof text\n"),
        },
        ["P007 docs/en/a.md:8", "P007 docs/en/b.md:9"],
    ),
    "P010 missing heading id": (
        {"docs/en/index.md": page("## Section\n")},
        ["P010 docs/en/index.md:7"],
    ),
    "P010 braces without an id": (
        {"docs/en/index.md": page("## Section { .wide }\n")},
        ["P010 docs/en/index.md:7"],
    ),
    "P011 duplicate id": (
        {"docs/en/index.md": page("## Section { #page }\n\n[](){#page}\n")},
        ["P011 docs/en/index.md:7", "P011 docs/en/index.md:9"],
    ),
    "P012 no title": (
        {"docs/en/index.md": f"{FRONT}## Section {{ #section }}\n"},
        ["P012 docs/en/index.md:4"],
    ),
    "P013 second title": (
        {"docs/en/index.md": page("# Again { #again }\n")},
        ["P013 docs/en/index.md:7"],
    ),
    "P014 level jump": (
        {"docs/en/index.md": page("### Deep { #deep }\n")},
        ["P014 docs/en/index.md:7"],
    ),
    "P015 block without its bar": (
        {"docs/en/index.md": page("/// tip Title\nx\n///\n")},
        ["P015 docs/en/index.md:7", "P015 docs/en/index.md:9"],
    ),
    "P016 unknown block": (
        {"docs/en/index.md": page("/// tpi\nx\n///\n")},
        ["P016 docs/en/index.md:7"],
    ),
    "P017 Python that does not compile": (
        {"docs/en/index.md": page("```python\nx = 1\ndef f(:\n```\n")},
        ["P017 docs/en/index.md:9"],
    ),
    "P018 screenshot without its picture": (
        {
            "docs/en/index.md": page(
                "{* ../../docs_src/huts/tutorial001.py *}\n\n"
                '<!-- screenshot: example=huts/tutorial001.py page=/docs alt="Huts" -->\n'
            ),
            "docs_src/huts/tutorial001.py": "app = None\n",
            "tests/docs_src/huts/test_tutorial001.py": 'EXAMPLE = "huts/tutorial001"\n',
        },
        ["P018 docs/en/index.md:9"],
    ),
    "P019 screenshot of no example": (
        {
            "docs/en/index.md": page(
                '<!-- screenshot: example=huts/tutorial001.py page=/docs alt="Huts" -->\n'
            )
        },
        ["P019 docs/en/index.md:7"],
    ),
    "P019 screenshot that can't be read": (
        {"docs/en/index.md": page("<!-- screenshot: page=/docs -->\n")},
        ["P019 docs/en/index.md:7"],
    ),
    "P020 orphan translation": (
        {"docs/es/gone.md": "# Ido { #gone }\n"},
        ["P020 docs/es/gone.md:1"],
    ),
    "P021 translation of a page never translated": (
        {"docs/en/reference/a.md": page(), "docs/es/reference/a.md": "# A { #page }\n"},
        ["P021 docs/es/reference/a.md:1"],
    ),
    "P026 id with a blank": (
        {
            "docs/en/index.md": page("## Re cap { #re cap }\n", title="# A { #a .b c='d e' f }"),
            "docs/es/index.md": f"{FRONT_ES}# A {{ #a .b c='d e' }}\n\n## Re {{ #re cap }}\n",
        },
        ["P026 docs/en/index.md:5", "P026 docs/en/index.md:7", "T003 docs/es/index.md:5"],
    ),
    "P026 id in another form": (
        {
            "docs/en/index.md": page(
                "## A { #Recap }\n\n## B { #überblick }\n\n## C { #c_d }\n\n## E { #e--f }\n\n"
                '[](){#Own}\n\n<a id="an own"></a> <input name="first_name" id="g-7">\n'
            )
        },
        [f"P026 docs/en/index.md:{line}" for line in (7, 9, 11, 13, 15, 17)],
    ),
    "P027 settings that are no list and no mapping": (
        {"docs/en/index.md": page().replace("---\n\n", "hide: toc\nsearch: 5\ntags:\n---\n\n")},
        ["P027 docs/en/index.md:3", "P027 docs/en/index.md:4"],
    ),
    "P027 icons that the theme has not": (
        {
            "overrides/.icons/own/hut.svg": "<svg/>\n",
            "docs/en/index.md": page().replace("---\n\n", "icon: own/hut\n---\n\n"),
            "docs/en/a.md": page().replace("---\n\n", "icon: material/pencil\n---\n\n"),
            "docs/en/b.md": page().replace("---\n\n", "icon: material/pencl\n---\n\n"),
        },
        ["P027 docs/en/b.md:3"],
    ),
    "P029 files that MkDocs leaves out": (
        {
            "docs/en/templates/a.md": page(),
            "docs/en/templates/deep/a.svg": "<svg/>\n",
            "docs/en/tutorial/templates/a.md": page(),
            "docs/en/templates.md": page(),
            "docs/es/templates/a.svg": "<svg/>\n",
        },
        [
            "P029 docs/en/templates/a.md:1",
            "P029 docs/en/templates/deep/a.svg:1",
            "P029 docs/es/templates/a.svg:1",
        ],
    ),
    "P030 description that search results cut off": (
        {
            "docs/en/index.md": page().replace("A page", "A " + "very " * 30 + "page"),
            "docs/en/a.md": f"---\ntitle: A\ndescription: {'a' * 160}\n---\n\n# A {{ #a }}\n",
            "docs/es/index.md": page(title="# Inicio { #page }").replace("A page", "Una " * 50),
        },
        ["P030 docs/en/index.md:2", "P030 docs/es/index.md:2"],
    ),
    "P028 never translated, and not there": (
        {
            "data/languages.yml": f"{support.LANGUAGES}  - a/\n  - b/\n  - a/c.md\n",
            "docs/en/release-notes.md": page(),
            "docs/en/a/b.md": page(),
        },
        [f"P028 data/languages.yml:{line}" for line in (8, 11, 12)],
    ),
    "T003 another id than in English": (
        {"docs/es/index.md": f"{FRONT_ES}# Inicio {{ #inicio }}\n"},
        ["T003 docs/es/index.md:5"],
    ),
    "T003 another level than in English": (
        {
            "docs/en/index.md": page("## A { #a }\n\n## B { #b }\n"),
            "docs/es/index.md": f"{FRONT_ES}# P {{ #page }}\n\n## A {{ #a }}\n\n### B {{ #b }}\n",
        },
        ["T003 docs/es/index.md:9"],
    ),
    "T002 section that English lacks": (
        {"docs/es/index.md": f"{FRONT_ES}# Inicio {{ #home }}\n\n## Más {{ #more }}\n"},
        ["T002 docs/es/index.md:7"],
    ),
    "T003 section in another place": (
        {
            "docs/en/index.md": page("## A { #a }\n\n## B { #b }\n\n## C { #c }\n"),
            "docs/es/index.md": f"{FRONT_ES}# P {{ #page }}\n\n## B {{ #b }}\n\n## A {{ #a }}\n",
        },
        ["T001 docs/es/index.md:1", "T003 docs/es/index.md:7"],
    ),
    "P025 damaged sync record": (
        {"docs/es/index.md": "---\nsync: [a]\n---\n\n# Inicio { #home }\n"},
        ["P025 docs/es/index.md:2"],
    ),
    "P024 picture that no page shows": (
        {"docs/en/img/screenshots/huts-tutorial001-docs.light@1x.webp": b""},
        ["P024 docs/en/img/screenshots/huts-tutorial001-docs.light@1x.webp:1"],
    ),
    "L001 link to no page": (
        {"docs/en/index.md": page("text\n[x](gone.md), [y](../outside.md)\n")},
        ["L001 docs/en/index.md:8", "L001 docs/en/index.md:8"],
    ),
    "L001 link of a translation to no page": (
        {"docs/es/index.md": f"{FRONT_ES}# Inicio {{ #home }}\n\n[x](gone.md)\n"},
        ["L001 docs/es/index.md:7", "T007 docs/es/index.md:7"],
    ),
    "L002 no such image": (
        {"docs/en/index.md": page("![a](img/gone.png)\n")},
        ["L002 docs/en/index.md:7"],
    ),
    "L002 no such file in raw HTML": (
        {"docs/en/a/b.md": page('<a href="../img/">x</a> <img src="../x.png" alt="">\n')},
        ["L002 docs/en/a/b.md:7", "L002 docs/en/a/b.md:7"],
    ),
    "L002 address that can't be read": (
        {"docs/en/index.md": page("[x](http://[::1/)\n")},
        ["L002 docs/en/index.md:7"],
    ),
    "L003 no such anchor": (
        {"docs/en/index.md": page("[x](#gone)\n"), "docs/en/a.md": page("[x](index.md#home)\n")},
        ["L003 docs/en/a.md:7", "L003 docs/en/index.md:7"],
    ),
    "L003 no such anchor in the translation": (
        {
            "docs/en/index.md": page("[x](a.md#new) [y](a.md#b)\n"),
            "docs/en/a.md": page("## New { #new }\n\n[](){#b}\n"),
            "docs/es/a.md": f"{FRONT_ES}# A {{ #page }}\n",
            "docs/es/index.md": f"{FRONT_ES}# Inicio {{ #page }}\n\n[x](a.md#new) [y](a.md#b)\n",
        },
        ["T001 docs/es/a.md:1", "L003 docs/es/index.md:7"],
    ),
    "L003 object that the page does not document": (
        {
            "docs/en/reference/a.md": page("::: fastapi.FastAPI\n"),
            "docs/en/index.md": page("[x](reference/a.md#fastapi.FastAPIx)\n"),
        },
        ["L003 docs/en/index.md:7"],
    ),
    "L004 absolute link to the site": (
        {"docs/en/index.md": page("[x](/a/) [y](https://guide.example/a/)\n")},
        ["L004 docs/en/index.md:7", "L004 docs/en/index.md:7"],
    ),
    "L005 page by its address": (
        {
            "docs/en/a/b.md": page(),
            "docs/en/index.md": page("[x](a/b/) [y](a/b.html) [z](./)\n"),
        },
        ["L005 docs/en/index.md:7"] * 3,
    ),
    "L006 link without text or target": (
        {"docs/en/index.md": page("[ ](#page)\n\n[text]()\n")},
        ["L006 docs/en/index.md:7", "L006 docs/en/index.md:9"],
    ),
    "L007 image without alternative text": (
        {
            "docs/en/img/a.svg": "<svg/>",
            "docs/en/index.md": page('![](img/a.svg)\n\n<img src="img/a.svg">\n'),
        },
        ["L007 docs/en/index.md:7", "L007 docs/en/index.md:9"],
    ),
    "L008 reference without a target": (
        {
            "docs/en/reference/a.md": page("::: fastapi.FastAPI\n"),
            "docs/en/index.md": page(
                "a [text][missing],\n[missing][], [`b` c][], [][x],\n[fastapi.Fast][]\n\n"
                "![a][fastapi.FastAPI], [x[0]][1], [the id of a heading][page]\n\n"
                "- [ ] [a link that is lost](#page)\n\n[to]: #page\n"
            ),
        },
        [f"L008 docs/en/index.md:{line}" for line in (7, 8, 8, 8, 9, 11, 11, 11, 13)],
    ),
    "L009 footnote without a note": (
        {
            "docs/en/index.md": page(
                "a[^1]\nb[^Note]\n\n`[^1]: code` [^note]\n\n[^note]: A note.\n"
            ),
        },
        ["L009 docs/en/index.md:7", "L009 docs/en/index.md:8"],
    ),
    "L010 note that nothing refers to": (
        {"docs/en/index.md": page("a[^1]\n\n[^1]: A note.\n[^2]: Another one.\n")},
        ["L010 docs/en/index.md:10"],
    ),
    "W001 trailing blanks": (
        {"docs/en/index.md": page("text  \n\n## A { #a } \n")},
        ["W001 docs/en/index.md:7", "W001 docs/en/index.md:9"],
    ),
    "W002 tab": (
        {"docs/en/index.md": page("-\ttext\n")},
        ["W002 docs/en/index.md:7"],
    ),
    "W003 carriage returns": (
        {"docs/en/index.md": page("a\nb\r\nc\r\n")},
        ["W003 docs/en/index.md:8"],
    ),
    "W004 no line end": (
        {"docs/en/index.md": page("text")},
        ["W004 docs/en/index.md:7"],
    ),
    "W005 byte order mark": (
        {"docs/en/index.md": "\ufeff" + page()},
        ["W005 docs/en/index.md:1"],
    ),
    "W006 characters that nobody can see, or that were decoded wrongly": (
        {
            "docs/en/index.md": page(
                "a\x07b\x07 \x1b[1m\n\n```py\nx = '\0'\n```\n\n<!-- \x7f -->\n\ncaf\ufffd \x85\n"
            )
        },
        [f"W006 docs/en/index.md:{line}" for line in (7, 7, 10, 13, 15, 15)],
    ),
    "N001 page that is not in the navigation": (
        {"docs/en/a.md": page(), "mkdocs.yml": support.configuration(["index.md"])},
        ["N001 docs/en/a.md:1"],
    ),
    "N002 entry without a page": (
        {"mkdocs.yml": "docs_dir: docs/en\nnav:\n  - index.md\n  - A:\n    - gone.md\n"},
        ["N002 mkdocs.yml:5"],
    ),
    "N003 configuration that is no YAML": (
        {"mkdocs.yml": "nav: [\n", "docs/en/a.md": page("## A\n")},
        [
            "P010 docs/en/a.md:7",
            "N003 mkdocs.yml:2",
        ],
    ),
    "N003 configuration without any setting": (
        {"mkdocs.yml": "# site_name: X\n", "docs/en/a.md": page("## A\n")},
        [
            "P010 docs/en/a.md:7",
            "N003 mkdocs.yml:1",
        ],
    ),
    "N004 introduction that is not the one of the home page": (
        {"README.md": "# Name\n\n<!-- introduction start -->\n<!-- introduction end -->\n"},
        ["N004 README.md:4"],
    ),
    "N004 README without its marks": ({"README.md": "# Name\n"}, ["N004 README.md:1"]),
    "I001 missing include of the home page, told once": (
        {
            "README.md": "# Name\n\n<!-- introduction start -->\n<!-- introduction end -->\n",
            "docs/en/index.md": page("{* ../../docs_src/a/tutorial001.py *}\n"),
        },
        ["I001 docs/en/index.md:7"],
    ),
    "N005 page that is in the navigation twice": (
        {"mkdocs.yml": "nav:\n  - index.md\n  - A: index.md\n  - B: [a.md, a.md]\n"}
        | {"docs/en/a.md": page()},
        ["N005 mkdocs.yml:3", "N005 mkdocs.yml:4"],
    ),
    "N006 files for every page that are not there": (
        {
            "mkdocs.yml": """\
docs_dir: docs/en
theme:
  font: false
  custom_dir: overrides
  logo: img/lgo.svg
  favicon: assets/images/favicon.png
extra_css:
  - css/a.css
  - css/a.css?v=2
  - css/own.css
  - /css/a.css
  - ../en/css/a.css
  - ../es/css/b.css
extra_javascript:
  - assets/vendor/mermaid.1a2b3c4d/mermaid.esm.min.mjs
  - path: js/a.js
    type: module
  - js
"""
        }
        | {"docs/en/img/logo.svg": "<svg/>", "docs/en/css/a.css": "", "docs/es/css/b.css": ""}
        | {"docs/en/js/b.js": "", "overrides/css/own.css": ""},
        [f"N006 mkdocs.yml:{line}" for line in (5, 11, 12, 13, 16, 18)],
    ),
    "N007 files of other hosts": (
        {
            "mkdocs.yml": "theme: {logo: 'data:image/svg+xml,%3Csvg/%3E', favicon: //a.example/x}\n"
            "extra_css: [https://a.example/a.css]\n"
            "extra_javascript:\n  - http://a.example/a.js\n  - path: HTTPS://a.example/a.js\n"
        },
        [f"N007 mkdocs.yml:{line}" for line in (1, 2, 4, 5)],
    ),
    "N007 fonts of another host": (
        {"mkdocs.yml": "site_name: Huts\ntheme:\n  name: material\n  font:\n    text: Roboto\n"},
        ["N007 mkdocs.yml:4"],
    ),
    "N007 fonts of another host, by default": (
        {"mkdocs.yml": "site_name: Huts\ntheme:\n  name: material\n  language: en\n"},
        ["N007 mkdocs.yml:2"],
    ),
    "N007 fonts of another host, by the theme's name alone": (
        {"mkdocs.yml": "site_name: Huts\ntheme: material\n"},
        ["N007 mkdocs.yml:2"],
    ),
    "M001 missing message": (
        {"data/messages/en.yml": "a: A\nb: B\n", "data/messages/es.yml": "a: A\n"}
        | {"data/messages/fa.yml": "a: A\nb:\n"},
        ["M001 data/messages/es.yml:1", "M004 data/messages/fa.yml:2"],
    ),
    "M002 unknown message": (
        {f"data/messages/{code}.yml": "a: A\n" for code in ("en", "fa")}
        | {"data/messages/es.yml": "a: A\nc: C\n"},
        ["M002 data/messages/es.yml:2"],
    ),
    "M003 lost placeholder": (
        {f"data/messages/{code}.yml": "a: '{name} {version}'\n" for code in ("en", "fa")}
        | {"data/messages/es.yml": "a: '{name} {versión}'\n"},
        ["M003 data/messages/es.yml:1"],
    ),
    "M003 open brace": (
        {f"data/messages/{code}.yml": "a: A\n" for code in ("en", "fa")}
        | {"data/messages/es.yml": "a: '{'\n"},
        ["M003 data/messages/es.yml:1"],
    ),
    "M004 no file of messages": (
        {"data/messages/fa.yml": None},
        ["M004 data/messages/fa.yml:1"],
    ),
    "M004 English messages that are gone": (
        {"data/messages/en.yml": "# Nothing.\n"},
        ["M004 data/messages/en.yml:1"],
    ),
    "M004 file of no language": (
        {"data/messages/xx.yml": "a: A\n"},
        ["M004 data/messages/xx.yml:1"],
    ),
    "M006 abbreviation without an explanation": (
        {"data/abbreviations/en.yml": "ORM: rows\nSSE: events\n"}
        | {"data/abbreviations/es.yml": "ORM: filas\n"}
        | {"data/abbreviations/fa.yml": "ORM: x\nSSE: ' '\n"},
        ["M006 data/abbreviations/es.yml:1", "M006 data/abbreviations/fa.yml:2"],
    ),
    "M007 abbreviation that English has not": (
        {f"data/abbreviations/{code}.yml": "ORM: rows\n" for code in ("en", "fa")}
        | {"data/abbreviations/es.yml": "ORM: filas\nSSE: eventos\n"},
        ["M007 data/abbreviations/es.yml:2"],
    ),
    "M008 files of abbreviations that are missing, no YAML or of no language": (
        {"data/abbreviations/en.yml": "ORM: rows\n", "data/abbreviations/xx.yml": "ORM: rows\n"}
        | {"data/abbreviations/fa.yml": "ORM: rows\nSSE: [\n"},
        [
            "M008 data/abbreviations/es.yml:1",
            "M008 data/abbreviations/fa.yml:3",
            "M008 data/abbreviations/xx.yml:1",
        ],
    ),
    "M008 English abbreviations that can't be read": (
        {"data/abbreviations/en.yml": "- ORM\n"}
        | {f"data/abbreviations/{code}.yml": "ORM: x\n" for code in ("es", "fa")},
        ["M008 data/abbreviations/en.yml:1"],
    ),
    "M009 languages that the theme and the search do not know": (
        {
            "data/languages.yml": support.LANGUAGES.partition("never_")[0]
            .replace("theme: es, search: es", "theme: ess")
            .replace("theme: fa", "theme: fa,\n    search: fa")
            .replace("theme: en", "theme: EN")
        },
        [f"M009 data/languages.yml:{line}" for line in (3, 4, 6)],
    ),
    "M005 glossary of no language": (
        {"data/glossary/xx.yml": "terms: {}\n"},
        ["M005 data/glossary/xx.yml:1"],
    ),
    "I001 missing include": (
        {"docs/en/index.md": page("{* ../../docs_src/a/tutorial001.py *}\n")},
        ["I001 docs/en/index.md:7"],
    ),
    "I001 bad range": (
        {
            "docs_src/a/tutorial001.py": "x = 1\n",
            "tests/docs_src/a/test_tutorial001.py": 'EXAMPLE = "a/tutorial001"\n',
            "docs/en/index.md": page("{* ../../docs_src/a/tutorial001.py hl[2] *}\n"),
        },
        ["I001 docs/en/index.md:7"],
    ),
    "I003 marked lines that are not recorded": (
        {
            "docs_src/a/tutorial001.py": "x = 1\n",
            "tests/docs_src/a/test_tutorial001.py": 'EXAMPLE = "a/tutorial001"\n',
            "docs/en/index.md": page("{* ../../docs_src/a/tutorial001.py hl[1] *}\n"),
            "data/highlights.yml": "index.md: []\n",
        },
        ["I003 docs/en/index.md:7"],
    ),
    "I003 damaged record of marked lines": (
        {"data/highlights.yml": "a.md:\n  - x 1\n"},
        ["I003 data/highlights.yml:2"],
    ),
    "E001 orphan example": (
        {
            "docs_src/a/tutorial001.py": "x = 1\n",
            "tests/docs_src/a/test_tutorial001.py": 'EXAMPLE = "a/tutorial001"\n',
        },
        ["E001 docs_src/a/tutorial001.py:1"],
    ),
    "E002 untested example": (
        {
            "docs_src/a/tutorial001.py": "x = 1\n",
            "docs/en/index.md": page("{* ../../docs_src/a/tutorial001.py *}\n"),
        },
        ["E002 docs_src/a/tutorial001.py:1"],
    ),
    "K000 names that are no list": (
        {"data/names.yml": "exceptions:\n  - x\n"},
        ["K000 data/names.yml:2"],
    ),
    "K001 unknown object": (
        {"docs/en/page.md": page("`fastapi.Quary`\n")},
        ["K001 docs/en/page.md:7"],
    ),
    "R000 redirects that are no YAML": (
        {"data/redirects.yml": "a: [\n"},
        ["R000 data/redirects.yml:2"],
    ),
    "R004 redirect to no page": (
        {"data/redirects.yml": "old.md: gone.md\n"},
        ["R004 data/redirects.yml:1"],
    ),
    "R006 redirect loop": (
        {"data/redirects.yml": "a.md: b.md\nb.md: a.md\n"},
        ["R006 data/redirects.yml:1", "R006 data/redirects.yml:2"],
    ),
    "R008 redirect below the home of another language": (
        {"data/redirects.yml": "old.md: index.md\nes/old.md: index.md\n"},
        ["R008 data/redirects.yml:2"],
    ),
    "X001 output that nothing produces": (
        {"docs/en/index.md": page("```http\nGET /\n\n200\n```\n")},
        ["X001 docs/en/index.md:7"],
    ),
    "X002 bound to no example": (
        {"docs/en/index.md": page('```http example="a/b.py"\nGET /\n\n200\n```\n')},
        ["X002 docs/en/index.md:7"],
    ),
    "D002 data that breaks its schema": (
        {"data/things.yml": "- 1\n", "data/schemas/things.json": '{"type": "object"}\n'},
        ["D002 data/things.yml:1"],
    ),
    "D006 data that are not there": (
        {"docs/en/index.md": THINGS},
        ["D006 docs/en/index.md:2"],
    ),
    "D006 names of data that are no list": (
        {"docs/en/index.md": THINGS.replace("[things]", "things")},
        ["D006 docs/en/index.md:2"],
    ),
    "D006 template that is wrong": (
        {
            "docs/en/a.md": THINGS + "{% for thing in things %}\n",
            "docs/en/b.md": THINGS + "{{ thing }}\n",
            "docs/en/c.md": THINGS + "{{ things | bigger }}\n",
            "docs/en/d.md": THINGS + "{% for t in things %}\n{{ t.price }}\n{% endfor %}\n",
            "data/things.yml": "- name: Rye\n",
            "data/schemas/things.json": "{}\n",
        },
        [
            "D006 docs/en/a.md:8",
            "D006 docs/en/b.md:8",
            "D006 docs/en/c.md:8",
            "D006 docs/en/d.md:9",
        ],
    ),
    "D001 lists that can't be read": (
        {
            "data/examples.yml": "by_hand: 5\n",
            "data/generated_requests.yml": "exceptions:\n  - example: gone.py\n",
            "data/page_weights.yml": "index.md: 5\ngone.md: 5\n",
        },
        [
            "D001 data/examples.yml:1",
            "D001 data/generated_requests.yml:2",
            "D001 data/page_weights.yml:2",
        ],
    ),
    "V004 exception for an example that is not there": (
        {"data/examples.yml": "by_hand:\n  huts/gone: A reason.\n"},
        ["V004 data/examples.yml:2"],
    ),
    "D001 data that can't be read, and are told once": (
        {
            "docs/en/index.md": THINGS,
            "data/things.yml": "a: [\n",
            "data/schemas/things.json": "{}\n",
        },
        ["D001 data/things.yml:2"],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(make_project: Make, name: str) -> None:
    """Each fault is found at its line, and nothing else is; what to do is told with it."""
    files, expected = FAULTS[name]
    findings = found(make_project(files))
    assert places(findings) == expected
    assert name.split()[0] in {finding.code for finding in findings}
    assert all(finding.message and finding.hint for finding in findings)


def test_a_long_description_is_a_warning(make_project: Make) -> None:
    """Nothing is broken by it."""
    finding, _ = found(make_project(FAULTS["P030 description that search results cut off"][0]))
    assert finding.severity is Severity.WARNING
    assert finding.message == "the description has 172 characters, search results show about 160"


def test_every_rule_is_planted_or_belongs_to_another_room() -> None:
    """A rule without a fault that breaks it would be a rule that nobody has seen to work."""
    planted = {name.split()[0] for name in FAULTS}
    own = set(RULES) - {rule.code for rule in rules.OF_OTHER_ROOMS}
    assert own <= planted


def test_every_code_is_in_the_table(root: Path) -> None:
    """Each code that a command can tell has a title and a remedy, and no other code has."""
    table = root / "scripts/docsite/checks/rules.py"
    files = [file for file in (root / "scripts").rglob("*.py") if file != table]
    codes = {code for file in files for code in re.findall(r'"([A-Z]\d{3})"', file.read_text())}
    assert codes <= set(RULES)
    assert {rule.code for rule in rules.OF_OTHER_ROOMS} <= codes


def test_a_page_that_can_not_be_read_does_not_hide_the_others(make_project: Make) -> None:
    """The run goes on, tells each page once, and links to the broken page are not blamed."""
    project = make_project(
        {
            "docs/en/a.md": b"\xff\n",
            "docs/en/b.md": page("```\n"),
            "docs/en/c.md": page("[a](a.md#x) [b](b.md)\n\n## No id\n"),
            "docs_src/t/tutorial001.py": "x = 1\n",
        }
    )
    expected = ["P001 docs/en/a.md:1", "P003 docs/en/b.md:7", "P010 docs/en/c.md:9"]
    assert places(found(project)) == expected


def test_a_name_of_a_page_that_can_not_be_read_is_not_missed(make_project: Make) -> None:
    """Whether the page still has it shows when the page is mended."""
    entry = "exceptions:\n  - {{name: Quary, at: [{}], reason: ours}}\n"
    project = make_project({"data/names.yml": entry.format("a.md"), "docs/en/a.md": page("```\n")})
    assert places(found(project)) == ["P003 docs/en/a.md:7"]
    project.change({"data/names.yml": entry.format("b.md")})
    assert places(found(project)) == ["K004 data/names.yml:2", "P003 docs/en/a.md:7"]


def test_a_navigation_made_by_mkdocs_holds_every_page(make_project: Make) -> None:
    """Where mkdocs.yml has none, no page can be missing from it."""
    project = make_project({"mkdocs.yml": "docs_dir: docs/en\n", "docs/en/a.md": page()})
    assert found(project) == []


def test_a_moved_page_is_told_with_its_new_place(make_project: Make) -> None:
    """A link to a page that a redirect has moved names what to write instead."""
    project = make_project(
        {
            "data/redirects.yml": "old.md: tutorial/new.md#page\n",
            "docs/en/tutorial/new.md": page("[x](../old.md) [y](../new.md)\n"),
        }
    )
    hints = {finding.hint for finding in found(project)}
    assert hints == {"it has moved: write new.md#page", "did you mean new.md?"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("../first.md", "first.md"),
        ("tutorial/first.md", "first.md"),
        ("frist.md", "first.md"),
        ("../security/first.md", "security/first.md"),
        ("../advanced/security/frist.md", "security/first.md"),
        ("../middelware.md", "../advanced/middleware.md"),
        ("middleware/index.md", "../advanced/middleware.md"),
        ("securty.md", "security/index.md"),
        ("../securty/index.md", "security/index.md"),
        ("first-and-more.md", "first.md"),
        ("../nothing-like-it.md", None),
    ],
)
def test_a_page_that_is_not_there_is_told_with_the_one_meant(
    make_project: Make, written: str, meant: str | None
) -> None:
    """What a page is called counts before its folder, and the one of the likest path is told."""
    pages = ["advanced/middleware", "tutorial/first", "tutorial/index", "tutorial/middle"]
    pages += ["tutorial/security/first", "tutorial/security/index"]
    files = {f"docs/en/{name}.md": page() for name in pages}
    project = make_project({**files, "docs/en/tutorial/here.md": page(f"[x]({written})\n")})
    (finding,) = found(project)
    assert finding.hint == (f"did you mean {meant}?" if meant else "mend the path")


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("[text][hoem]", "did you mean [home]?"),
        ("[text][fastapi.FastAPPI]", "did you mean [fastapi.FastAPI]?"),
        ("[nothing like it][]", rules.NO_DEFINITION.remedy),
    ],
)
def test_the_reference_that_is_meant_is_told(make_project: Make, reference: str, hint: str) -> None:
    """It is one that the page defines, or an object that the site documents."""
    files = {"docs/en/reference/a.md": page("::: fastapi.FastAPI\n")}
    body = f"{reference}\n\n[home]: index.md\n"
    (finding,) = found(make_project({**files, "docs/en/a.md": page(body)}))
    assert (finding.code, finding.hint) == ("L008", hint)


def test_a_note_of_the_same_name_is_offered(make_project: Make) -> None:
    """Names of notes are compared letter by letter."""
    body = "a[^Huts] b[^huts]\n\n[^huts]: A note.\n"
    (finding,) = found(make_project({"docs/en/index.md": page(body)}))
    assert finding.message == "readers see the brackets, there is no note of that name: [^Huts]"
    assert finding.hint == "did you mean [^huts]?"


def test_a_footnote_may_be_shown_in_english(make_project: Make) -> None:
    """What is not translated is English for readers, a note or what refers to it."""
    english = page("a[^1]\n\n## More { #more }\n\nb[^2]\n\n[^1]: A note.\n[^2]: Another.\n")
    spanish = f"{FRONT_ES}# Página {{ #page }}\n\nUno[^1] y tres[^3]\n\n[^2]: Dos.\n"
    project = make_project({"docs/en/index.md": english, "docs/es/index.md": spanish})
    assert [f.message for f in found(project) if f.code.startswith("L")] == [
        "readers see the brackets, there is no note of that name: [^3]"
    ]


@pytest.mark.parametrize(
    ("id_", "hint"),
    [
        ("Recap", "write #recap"),
        ("überblick", "write #uberblick"),
        ("re cap", "write #re-cap"),
        ("a.path_x", "write #apath-x"),
        ("まとめ", "write #section"),
    ],
)
def test_the_id_to_write_is_told(make_project: Make, id_: str, hint: str) -> None:
    """It is made of the one that is written, as `docs fix` makes one of a heading's text."""
    (finding,) = found(make_project({"docs/en/a.md": page(f"## A {{ #{id_} }}\n")}))
    assert finding.hint == hint


def test_a_character_that_nobody_can_see_is_told_by_its_code(make_project: Make) -> None:
    """In its code it can be searched for; what stands for broken bytes says so."""
    findings = found(make_project({"docs/en/a.md": page("\x00\n\ufffd\n")}))
    assert [finding.message for finding in findings] == [
        "the line holds the control character U+0000",
        "the line holds U+FFFD, which stands for bytes that could not be decoded",
    ]


def test_a_translation_that_propagate_moves_is_told_so(make_project: Make) -> None:
    """Where no redirect says where its English page is now, a person has to."""
    files = {"docs/en/new.md": page(), "docs/es/old.md": "# Viejo { #page }\n"}
    project = make_project(files)
    (finding,) = found(project)
    assert finding.hint.startswith("move it to the page that English has instead, and say so in")
    project.change({"data/redirects.yml": "old.md: new.md\n"})
    (finding,) = found(project)
    assert finding.hint == "run `docs translations propagate es`, which moves it to new.md"


def test_what_english_has_lost_is_only_a_warning(make_project: Make) -> None:
    """A change of the English page must not fail the check because of its translations."""
    (finding,) = found(make_project(FAULTS["T002 section that English lacks"][0]))
    assert finding.severity is Severity.WARNING


def test_code_that_a_stale_translation_has_lost_is_only_a_warning(make_project: Make) -> None:
    """Readers get the section in English: who changes the example need not know the language."""
    title = "# Huts {{ #huts }}\n\n{0}\n\n{{* ../../docs_src/huts/{1}.py *}}\n"
    head = "---\ndescription: How to book a bed in a mountain hut of the club.\n---\n\n"
    english = head + title.format("Beds.", "old")
    ours = "---\ndescription: Cómo reservar una cama en un refugio de montaña del club.\n---\n\n"
    ours += title.format("Camas.", "old")
    files = {"docs_src/huts/old.py": "a = 1\n", "docs/en/b.md": english, "docs/es/b.md": ours}
    project = make_project(files)
    bench = Workbench.of(project.tree)
    sync.apply(project.root, [sync.plan(one) for one in bench.translations("es")])
    new = {"docs/en/b.md": english.replace("old", "new").replace("Beds", "All beds")}
    project.change({"docs_src/huts/old.py": None, "docs_src/huts/new.py": "a = 1\n", **new})
    told = [one for one in found(project) if one.location.path == "docs/es/b.md"]
    assert {one.code for one in told} >= {"I001", "T004"}
    assert {one.severity for one in told} == {Severity.WARNING}
    assert any("until then readers get the section in English" in str(one.hint) for one in told)


def test_a_template_is_checked_without_what_its_data_make(make_project: Make) -> None:
    """Links that are only made from data are left to the build; elsewhere braces are a fault."""
    body = "[x]({{people[0].url}})\n"
    data = "---\ndescription: A page of data.\ndata: [people]\n---\n\n# P { #p }\n\n"
    project = make_project(
        {
            "docs/en/a.md": f"{data}{body}",
            "docs/en/b.md": page(body),
            "data/people.yml": "- url: https://example.com/\n",
            "data/schemas/people.json": "{}\n",
        }
    )
    assert places(found(project)) == ["L002 docs/en/b.md:7"]


def test_a_missing_file_for_every_page_is_told_with_the_nearest_name(make_project: Make) -> None:
    """Where there is one."""
    theme = "theme: {logo: img/lgo.svg, favicon: x}\n"
    project = make_project({"mkdocs.yml": theme, "docs/en/img/logo.svg": "<svg/>"})
    assert [(finding.message, finding.hint) for finding in found(project)] == [
        ("the site has no file 'img/lgo.svg'", "did you mean 'img/logo.svg'?"),
        ("the site has no file 'x'", "write its path below docs/en/, or remove the entry"),
    ]


def test_checking_changes_nothing(make_project: Make) -> None:
    """All files are afterwards what they were."""
    project = make_project({**SOUND, "docs/en/a.md": page("## No id \r\n\ttext")})
    before = project.files()
    assert found(project)
    assert project.files() == before
