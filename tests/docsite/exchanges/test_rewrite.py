"""`docs examples update`: what is shown becomes what is real, in every language, and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import faults, rewrite
from tests.support import Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]

APP = """\
from fastapi import FastAPI

app = FastAPI()
names = ["Alpenrose"]

@app.get("/huts")
async def read() -> list[str]:
    return names

@app.post("/huts")
async def add(name: str) -> int:
    names.append(name)
    return len(names)
"""
EN = """\
---
description: Huts.
---

# Huts { #huts }

Text that stays,  blanks and all.\t

```http example="huts/tutorial001.py"
GET /huts

200
["Alpenrosa", ...]
```

/// tip
    ```http example="huts/tutorial001.py"
    GET /huts/x

    404
    {
      "detail": "No"
    }
    ```
///

## More { #more }

```json openapi="huts/tutorial001.py#/info"
{"title": "Guide", "version": "0.1.0"}
```

```console run="python -c 'print(3 * 1.5)'"
$ python
4.4
```
"""
TRUE = (
    EN.replace('["Alpenrosa", ...]', '["Alpenrose", ...]')
    .replace('"No"', '"Not Found"')
    .replace('"Guide"', '"FastAPI"')
    .replace("4.4", "4.5")
)


def translated(text: str) -> str:
    """Return a page with its words in another language."""
    return text.replace("Text that stays", "Texto").replace("# Huts {", "# Refugios {")


@pytest.fixture
def project(make_project: Make) -> Project:
    """Return a project with one page in two languages, both showing the same untrue outputs."""
    return make_project(
        {
            "docs_src/huts/tutorial001.py": APP,
            "docs/en/huts.md": EN,
            "docs/es/huts.md": translated(EN),
        }
    )


def update(project: Project, *pages: str) -> rewrite.Plan:
    """Plan an update and apply it."""
    planned = rewrite.plan(project.root, pages)
    rewrite.apply(project.root, planned)
    return planned


def test_every_language_is_mended_and_nothing_else_touched(project: Project) -> None:
    """Only the lines that show outputs change; indents and blanks stay as they are."""
    before = project.files()
    planned = update(project)
    assert [change.path for change in planned.changes] == ["docs/en/huts.md", "docs/es/huts.md"]
    assert planned.findings == ()
    assert project.read("docs/en/huts.md") == TRUE
    assert project.read("docs/es/huts.md") == translated(TRUE)
    after = project.files()
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {"docs/en/huts.md", "docs/es/huts.md"}
    assert rewrite.plan(project.root).changes == ()


def test_planning_writes_nothing(project: Project) -> None:
    """`--check` needs no more than the plan; it tells the diff."""
    before = project.files()
    planned = rewrite.plan(project.root)
    assert project.files() == before
    assert (
        '-{"title": "Guide", "version": "0.1.0"}\n+{"title": "FastAPI"' in planned.changes[0].diff
    )
    assert planned.changes[0].diff.startswith("--- docs/en/huts.md\n+++ docs/en/huts.md\n@@")


@pytest.mark.parametrize("name", ["huts.md", "docs/en/huts.md", "./docs/en/huts.md"])
def test_pages_are_chosen_by_their_key(project: Project, name: str) -> None:
    """A page is named from `docs/en/`, or by its whole path; other pages are not run."""
    project.change({"docs/en/index.md": '# Home { #home }\n\n```http example="none/a.py"\n```\n'})
    assert update(project, name).findings == ()
    assert project.read("docs/en/huts.md") == TRUE


def test_an_unknown_page_is_refused(project: Project) -> None:
    """The message names the nearest one; each is named as in all commands."""
    assert update(project, "docs/en/huts").findings == ()
    with pytest.raises(DocsError, match=r"no English page hut.md\n  → did you mean huts.md\?"):
        rewrite.plan(project.root, ["hut.md"])


def test_a_translation_that_drifted_gets_the_form_of_english(project: Project) -> None:
    """The block of the same section and request takes over what English shows of the answer."""
    english = TRUE.replace('["Alpenrose", ...]', "[...]")
    project.change(
        {"docs/en/huts.md": english, "docs/es/huts.md": translated(TRUE).replace("4.5", "4.6")}
    )
    project.change(
        {"docs/es/huts.md": project.read("docs/es/huts.md").replace("Alpenrose", "Rosa")}
    )
    planned = update(project)
    assert [change.path for change in planned.changes] == ["docs/es/huts.md"]
    assert project.read("docs/es/huts.md") == translated(english)


def test_a_true_translation_stays_as_it_is(project: Project) -> None:
    """Another layout of the same answer is not the concern of this command."""
    other = translated(TRUE).replace('["Alpenrose", ...]', '[\n  "Alpenrose"\n]')
    project.change({"docs/en/huts.md": TRUE, "docs/es/huts.md": other})
    assert rewrite.plan(project.root).changes == ()


def test_a_translation_alone_is_mended_by_what_its_own_blocks_answer(project: Project) -> None:
    """A block that English does not have is run for itself."""
    own = '# R { #r }\n\n```http example="huts/tutorial001.py"\nGET /huts\n\n200\n["x"]\n```\n'
    project.change({"docs/en/huts.md": TRUE, "docs/es/huts.md": own})
    update(project)
    assert project.read("docs/es/huts.md") == own.replace('"x"', '"Alpenrose"')


def test_sessions_are_mended_in_order(project: Project) -> None:
    """What a block answers depends on the blocks of its session before it."""
    block = '```http example="huts/tutorial001.py" session="s"\n{}\n```\n\n'
    page = "# Huts { #huts }\n\n" + block.format("POST /huts?name=B\n\n200\n1") * 2
    project.change({"docs/en/huts.md": page, "docs/es/huts.md": page})
    update(project)
    assert project.read("docs/en/huts.md").split("```")[1].endswith("200\n2\n")
    assert project.read("docs/en/huts.md").split("```")[3].endswith("200\n3\n")
    assert project.read("docs/es/huts.md") == project.read("docs/en/huts.md")


def test_what_cannot_be_mended_is_told_and_the_rest_is_mended(project: Project) -> None:
    """A missing example, an unreadable block and an example that exits are findings."""
    project.change(
        {
            "docs_src/huts/exits.py": "exit()\n",
            "docs/es/huts.md": None,
            "docs/en/a.md": '```http example="huts/tutorial009.py"\nGET /a\n\n200\n```\n',
            "docs/en/b.md": '```http example="huts/tutorial001.py"\nGET a\n```\n',
            "docs/en/c.md": '```http example="huts/exits.py"\nGET /a\n\n200\n```\n',
        }
    )
    planned = update(project)
    told = [(found.code, str(found.location)) for found in planned.findings]
    assert told == [
        (faults.NO_EXAMPLE, "docs/en/a.md:1"),
        (faults.UNREADABLE, "docs/en/b.md:2"),
        (faults.EXITS, "docs/en/c.md:1"),
    ]
    assert project.read("docs/en/huts.md") == TRUE


def test_a_page_changed_meanwhile_is_not_overwritten(project: Project) -> None:
    """Nothing at all is written then."""
    planned = rewrite.plan(project.root)
    project.change({"docs/es/huts.md": "# New { #new }\n"})
    with pytest.raises(DocsError, match="changed while its examples ran"):
        rewrite.apply(project.root, planned)
    assert project.read("docs/en/huts.md") == EN
    assert project.read("docs/es/huts.md") == "# New { #new }\n"


def test_all_pages_are_written_or_none(project: Project) -> None:
    """Where one page can't be written, the other is as before, and no other file is left."""
    planned = rewrite.plan(project.root)
    before = project.files()
    lost = rewrite.Change("docs/en/index.md/x.md", "", "")
    broken = rewrite.Plan((*planned.changes, lost), ())
    with pytest.raises(DocsError):
        rewrite.apply(project.root, broken)
    assert project.files() == before
