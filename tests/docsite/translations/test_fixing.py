"""Mends: what is certain is taken over from English, words never are, and the rest is left."""

from __future__ import annotations

import pytest

from scripts.docsite.markdown import scan
from scripts.docsite.translations import fixing, mending, relinking, sync
from scripts.docsite.translations.comparing import compare
from scripts.docsite.translations.sections import Section, sections
from scripts.docsite.translations.states import Workbench
from tests.docsite.translations.conftest import SPANISH, Repository


def section(text: str) -> Section:
    """Return the first section of a text, which gets a heading where it has none."""
    document = scan(f"{text}\n")
    is_whole = document.front_matter.data or (document.headings and document.headings[0].line == 1)
    return sections(document if is_whole else scan(f"## A {{ #a }}\n\n{text}\n"))[0]


def mended(english: str, translated: str, before: str | None = None) -> str:
    """Return the translated text with all mends; English has not changed, or was `before`."""
    their, ours = section(english), section(translated)
    old = section(before if before is not None else english)
    for room in (mending, relinking):
        found = room.mends(their, ours, old)
        ours = sections(scan(mending.applied(ours.content.lines, found)))[0]
    return ours.text.removeprefix("## A { #a }\n\n")


MENDED = [
    ("### B { #b }", "#### Be { #b }", "### Be { #b }"),
    ("### B { #b .x }", "Be { #b }\n---", "### Be { #b .x }"),
    ("### B", "### Be { #c }", "### Be"),
    ("{* a.py hl[1] *}", "Uno\n\n  {* a.py hl[2] *}", "Uno\n\n  {* a.py hl[1] *}"),
    ("```py\na = 1\n```", "```python\na = 1\n```", "```py\na = 1\n```"),
    ("```py\na = 1\n\nb\n```", "```py\na = 2\n```", "```py\na = 1\n\nb\n```"),
    (
        "```py\n# one\na = 1  # two\nb\n```",
        "```py\n# uno\na = 2  # dos\n```",
        "```py\n# uno\na = 1  # dos\nb\n```",
    ),
    ("```console\n// a\n$ b\n```", "```console\n// á\n$ c\n```", "```console\n// á\n$ b\n```"),
    (
        "* a\n\n    ```py\n    a\n\n    b\n    ```",
        "* a\n\n    ```py\n    c\n    ```",
        "* a\n\n    ```py\n    a\n\n    b\n    ```",
    ),
    ("/// tip | A\nb\n///", "/// consejo | Un\nb\n///", "/// tip | Un\nb\n///"),
    ("[a](b.md)", "[á](../b.md)", "[á](b.md)"),
    ("[a](b.md){.x} `[a](z.md)`", "[á](z.md){.x} `[a](z.md)`", "[á](b.md){.x} `[a](z.md)`"),
    ("[a](b.md) [c](d.md#e)", "[c](../d.md#e)\n[á](../b.md)", "[c](d.md#e)\n[á](b.md)"),
    ("### [B](c.md) { #b }", "#### [Be](d.md) { #b }", "### [Be](c.md) { #b }"),
    ('<img src="a.png" alt="A">', '<img src="b.png" alt="Un">', '<img src="a.png" alt="Un">'),
    ('<!-- page=/a alt="A" -->', '<!-- page=/b alt="Un" -->', '<!-- page=/a alt="Un" -->'),
    ("<!-- page=/a -->", "<!-- page=/b -->", "<!-- page=/a -->"),
    (
        "---\ntitle: A\nhide:\n- toc\nx: 1\n---",
        "---\ntitle: Un\nx: 2\n---",
        "---\ntitle: Un\nx: 1\nhide:\n- toc\n---",
    ),
]


@pytest.mark.parametrize(("english", "translated", "text"), MENDED)
def test_what_is_certain_is_mended(english: str, translated: str, text: str) -> None:
    """The rules hold afterwards, and there is nothing more to mend."""
    assert mended(english, translated) == text
    assert compare(section(english), section(text)) == []
    assert mended(english, text) == text


@pytest.mark.parametrize(
    ("english", "translated"),
    [
        ("{* a.py *}\n\n{* b.py *}", "{* b.py *}"),
        ("```py\na\n```\n\n```py\nb\n```", "```py\nc\n```"),
        ("```py\n# one\n# two\na\n```", "```py\n# uno\nb\n```"),
        ("```mermaid\nA[Bed]\nB\n```", "```mermaid\nA[Cama]\n```"),
        ("[a](b.md) [c](d.md)", "[á](e.md) [c](f.md)"),
        ("[a](b.md) [c](d.md)", "[á](b.md) [c](b.md)"),
        ("[a](b.md) [c](d.md)", "[á](e.md)"),
        ("[a](x/b.md) [c](y/b.md)", "[á](b.md) [c](../b.md)"),
        ("/// tip\n//// note\nb\n////\n///", "/// note\nb\n///"),
        ("/// tip\n### B { #b }\n///", "/// tip\nb\n///"),
        ('<!-- page=/a alt="A" -->', "<!-- page=/b -->"),
        ("`a` and *b*", "a y b"),
        ("---\ntitle: A\n---", "---\nother: b\n---"),
    ],
)
def test_what_is_not_certain_is_left(english: str, translated: str) -> None:
    """To the letter."""
    assert mended(english, translated) == section(translated).text.removeprefix("## A { #a }\n\n")


def test_comments_that_english_changed_leave_the_code(
    repository: Repository,
) -> None:
    """Which of the translated comments belongs to which line is not known then."""
    before, now = "```py\n# one\na\n```", "```py\n# other\nb\n```"
    assert mended(now, "```py\n# uno\na\n```", before) == "```py\n# uno\na\n```"
    assert mended(now, "```py\n# one\na\n```", before) == now
    assert mended(before, "```py\n# one\nb\n```", "") == before


def test_a_page_is_fixed_and_tells_it(repository: Repository) -> None:
    """A translator has broken what there is to break; afterwards the page is as it was."""
    recorded = repository.read("es")
    broken = recorded
    for old, new in (
        ("## Camas { #beds }", "### Camas { #camas }"),
        ("hl[2]", "hl[1]"),
        ("$ fastapi dev", "$ fastapi go"),
        ("(index.md)", "(../index.md)"),
    ):
        broken = broken.replace(old, new)
    repository.commit(es=broken.replace("### Camas", "## Camas"))
    bench = Workbench.of(repository.project.tree)
    planned = fixing.plan(bench, bench.chosen("es"))
    assert repository.read("es") == broken.replace("### Camas", "## Camas")
    assert list(fixing.told(planned)) == [
        "docs/es/huts.md:21: T003 the heading is now `## Camas { #beds }`",
        "docs/es/huts.md:19: T004 included is "
        "{* ../../docs_src/huts/tutorial001.py ln[1:2] hl[2] *}",
        "docs/es/huts.md:26: T005 the code is that of English",
        "docs/es/huts.md:17: T007 ../index.md → index.md",
        "4 mends in translations",
    ]
    fixing.apply(repository.root, planned)
    assert repository.read("es") == recorded
    assert list(fixing.told(fixing.plan(bench, [repository.page]))) == [
        "nothing to mend in translations"
    ]


def test_what_english_has_changed_is_not_fixed(repository: Repository) -> None:
    """It is propagated, or translated; a rule that is silenced in a section is left as well."""
    repository.change("en", "hl[2]", "hl[1]")
    bench = Workbench.of(repository.project.tree)
    assert fixing.plan(bench, [repository.page]) == ()
    repository.change("en", "hl[1]", "hl[2]").change("es", "$ fastapi dev", "$ fastapi go")
    assert len(fixing.plan(bench, [repository.page])) == 1
    sync.apply(repository.root, [sync.silence(repository.page, "T005", "beds", "it differs")])
    assert fixing.plan(bench, [repository.page]) == ()


def test_a_page_without_a_record_is_fixed(repository: Repository) -> None:
    """As new pages are, before they are recorded first."""
    repository.commit(es=SPANISH.replace("hl[2]", "hl[1]"))
    bench = Workbench.of(repository.project.tree)
    (planned,) = fixing.plan(bench, [repository.page])
    assert planned.text == SPANISH


def test_pages_that_cannot_be_read_are_left_to_the_checks(repository: Repository) -> None:
    """The others are mended all the same."""
    repository.change("es", "hl[2]", "hl[1]")
    files = {"docs/en/a.md": "# A { #a }\n", "docs/es/a.md": "---\nsync: [a]\n---\n# A { #a }\n"}
    project = repository.project.change(files)
    (planned,) = fixing.plan_readable(Workbench.of(project.tree))
    assert planned.path == "docs/es/huts.md"
