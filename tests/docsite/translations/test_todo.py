"""What to do next: every kind of work, the most read pages first, with an estimate in words."""

from __future__ import annotations

import json

import pytest

from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey
from scripts.docsite.translations import start, todo
from scripts.docsite.translations.states import Workbench
from tests.docsite.translations.conftest import KEY, Repository
from tests.support import configuration


def tasks(repository: Repository, language: str = "es") -> list[str]:
    """Return the tasks as the terminal shows them."""
    found = todo.todo(Workbench.of(repository.project.tree), language)
    return [str(task) for task in found]


HOME = "docs/en/index.md:1: the page is missing (about 6 words)"


def test_a_current_page_asks_for_nothing(repository: Repository) -> None:
    """Only the page that is not translated is to be done."""
    assert tasks(repository) == [HOME]
    bench = Workbench.of(repository.project.tree)
    start.apply(repository.root, start.plan(bench, "es", PageKey("index.md")))
    assert todo.as_text([]) == "nothing to do\n"
    assert tasks(repository) == [
        "docs/es/index.md:1: marked to be translated 'front-matter'",
        "docs/es/index.md:6: marked to be translated 'home' (about 6 words)",
    ]


def test_every_kind_is_told_with_its_place(repository: Repository) -> None:
    """A changed section counts the words that changed, not all of it."""
    repository.change("en", "still free tonight", "free now, tonight")
    repository.change("en", "hl[2]", "hl[1]")
    repository.change("en", "## Recap { #recap }", "## Recap { #end }")
    assert tasks(repository) == [
        HOME,
        "docs/es/huts.md:15: the code has changed 'huts'",
        "docs/es/huts.md:21: English has changed 'beds' (about 2 words)",
        "docs/en/huts.md:20: the section is missing 'end' (about 7 words)",
        "docs/es/huts.md:30: English has no such section 'recap'",
    ]
    text = repository.read("es")
    head, tail = text.split("sync:\n")[0], text.split("---\n", 2)[2]
    repository.commit(es=f"{head}---\n{tail}")
    assert "docs/es/huts.md:5: not recorded 'huts'" in tasks(repository)


def test_a_draft_waits_for_its_review(repository: Repository) -> None:
    """What a machine wrote is current, and still somebody's work."""
    silent = "  origins:\n    beds: machine\n---\n"
    text = repository.read("es")
    head, tail = text.split("\n---\n", 1)
    repository.commit(es=f"{head}\n{silent}{tail}")
    line = repository.read("es").split("\n").index("## Camas { #beds }") + 1
    told = f"docs/es/huts.md:{line}: a machine's draft that nobody has reviewed 'beds'"
    assert tasks(repository) == [HOME, told]
    repository.change("es", "beds: machine", "beds: machine, reviewed by Mira")
    assert tasks(repository) == [HOME]


def test_an_edit_that_is_not_recorded_asks_for_it(repository: Repository) -> None:
    """Where English has changed, what is new in it counts until the edit is recorded."""
    repository.change("es", "Un refugio", "Cada refugio").change("es", "esta noche", "hoy")
    repository.change("en", "still free tonight", "free now, tonight")
    assert tasks(repository) == [
        HOME,
        "docs/es/huts.md:15: not recorded 'huts'",
        "docs/es/huts.md:21: English and the translation have changed 'beds' (about 2 words)",
    ]
    repository.sync("beds")
    assert tasks(repository) == [HOME]


def test_without_history_a_changed_section_counts_whole(repository: Repository) -> None:
    """What git does not know can't be compared."""
    repository.change("en", "still free", "free")
    old = repository.page.record.entries["beds"].blob  # type: ignore[union-attr]
    repository.project.change({f"docs/es/{KEY}": repository.read("es").replace(old, "0" * 12)})
    assert any("English has changed 'beds' (about 10 words)" in task for task in tasks(repository))


def test_the_order_is_that_of_the_navigation_or_of_the_weights(repository: Repository) -> None:
    """Pages that neither names come last, by name."""
    pages = ("a", "b", "c", "d")
    texts = {f"docs/en/{name}.md": f"# A {{ #{name} }}\n\nText.\n" for name in pages}
    nav = {"mkdocs.yml": configuration(["c.md", "a.md", "huts.md", "index.md"])}
    project = repository.project.change({**texts, **nav})

    def order() -> list[str]:
        found = todo.ordered(Workbench.of(project.tree))
        return [key.removesuffix(".md") for key in found]

    assert order() == ["c", "a", "huts", "index", "b", "d"]
    project.change({todo.WEIGHTS: "b.md: 3\nindex.md: 40\na.md: 0\n"})
    assert order() == ["index", "b", "a", "c", "huts", "d"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "data/page_weights.yml:1: the file is no mapping"),
        ("huts.md: 1\nbeds.md: 1\n", "data/page_weights.yml:2: there is no page 'beds.md'"),
        ("huts.md: many\n", "data/page_weights.yml:1: 'many' is no weight"),
        ("huts.md: -1\n", "-1 is no weight"),
    ],
)
def test_weights_that_cannot_be_read(repository: Repository, text: str, message: str) -> None:
    """Say the line and the form."""
    repository.project.change({todo.WEIGHTS: text})
    with pytest.raises(DocsError, match=message):
        tasks(repository)


def test_text_and_json_have_sums_of_all_and_show_a_few(repository: Repository) -> None:
    """Whatever the limit is."""
    repository.change("en", "still free", "free now").change("en", "hl[2]", "hl[1]")
    found = todo.todo(Workbench.of(repository.project.tree), "es")
    text = todo.as_text(found, 1)
    assert text.startswith(f"{found[0]}\n… and 2 more\n\n")
    assert "    1 × English has changed, about 2 words\n      → see it with" in text
    assert text.endswith("    3 in all, about 8 words\n")
    data = json.loads(todo.as_json(found, 1))
    assert (len(data["tasks"]), data["total"], data["words"]) == (1, 3, 8)
    assert data["tasks"][0]["kind"] == "page"


def test_markdown_is_a_list_to_tick_off(repository: Repository) -> None:
    """Page by page, each section with its own box; ids are code, so that they call nobody."""
    repository.change("en", "still free", "free now").change("en", "{ #recap }", "{ #recap@mira }")
    found = todo.todo(Workbench.of(repository.project.tree), "es")
    assert todo.as_markdown(found) == (
        "- [ ] `index.md`: the page is missing (about 6 words)\n"
        "- [ ] `huts.md`\n"
        "  - [ ] `#beds`: English has changed (about 2 words)\n"
        "  - [ ] `#recap%40mira`: the section is missing (about 7 words)\n"
        "  - [ ] `#recap`: English has no such section\n"
        "\n4 in all, about 15 words:\n\n"
        "- 1 × English has changed, about 2 words: "
        "see it with `docs translations diff`, translate it, then `sync --done SECTION`\n"
        "- 1 × the section is missing, about 7 words: "
        "put it in place with `docs translations start`\n"
        "- 1 × the page is missing, about 6 words: put it in place with `docs translations start`\n"
        "- 1 × English has no such section: remove it, or give it the English id\n"
    )
    assert todo.as_markdown(found, 1).startswith(
        "- [ ] `index.md`: the page is missing (about 6 words)\n\n… and "
    )
    assert todo.as_markdown([]) == "Nothing to do.\n"
