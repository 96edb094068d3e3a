"""The structure rules: each is seen to fail, and what may differ between languages may."""

from __future__ import annotations

import pytest

from scripts.docsite.markdown import scan
from scripts.docsite.translations import rules
from scripts.docsite.translations.checking import check
from scripts.docsite.translations.comparing import compare
from scripts.docsite.translations.sections import Section, sections
from scripts.docsite.translations.states import Translation
from tests.docsite.translations.conftest import Repository


def section(text: str) -> Section:
    """Return the one section of a page that starts with a heading, or the front matter."""
    return sections(scan(text if text.startswith("---") else f"## A {{ #a }}\n\n{text}\n"))[0]


@pytest.mark.parametrize(
    ("code", "english", "translated", "line", "message"),
    [
        ("T003", "### B\n", "#### B\n", 3, "English has ### without an id; here is #### with"),
        ("T004", "{* a.py hl[1] *}", "{* a.py hl[2] *}", 3, "English has {* a.py hl[1] *}; here"),
        ("T004", "{* a.py *}", "", 1, "English has {* a.py *}"),
        ("T005", "```py\na = 1\n```", "```py\na = 2\n```", 4, "line 1 of the code block"),
        ("T005", "```py\na\n```", "```py\na\nb\n```", 5, "line 2 of the code block"),
        ("T005", "```py\na\n```", "```python\na\n```", 3, "it opens with 'python', in English"),
        ("T005", "```py\na\n```", "", 1, "there are 0 code blocks, and 1 in English"),
        ("T005", "```mermaid\na\n```", "```mermaid\na\nb\n```", 3, "the diagram has more or fewer"),
        ("T006", "`a` and `a`", "`a`", 1, "it lacks `a`"),
        ("T006", "`a`", "`a`\n`b`", 4, "English has not as many `b`"),
        ("T006", "`a` and `b`", "`a`\n`a`", 1, "it lacks `b`"),
        ("T007", "[a](b.md)", "[a](c.md)", 3, "English has not as many c.md"),
        ("T007", "![a](b.png)", "a", 1, "it lacks b.png"),
        ("T008", "", "/// tip\na\n///", 3, "English does not have here /// tip"),
        ("T008", "/// note\na\n///", "/// tip\na\n///", 3, "English has /// note; here is /// tip"),
        ("T009", "* a\n* b", "* a b", 3, "its list items are 1*; in English 1*, 1*"),
        ("T009", "* a", "1. a", 3, "its list items are 1.; in English 1*"),
        ("T009", "* a\n    * b", "* a\n* b", 3, "its list items are 1*, 1*; in English 1*, 2*"),
        ("T009", "|a|b|\n|-|-|\n|c|d|", "|a|b|\n|-|-|", 3, "its tables are 2x1; in English 2x2"),
        ("T010", "a", "<b>a</b>", 3, "English does not have <b>"),
        (
            "T010",
            '<i title="a">',
            '<i onclick="b()">',
            3,
            'English does not have <i onclick="b()">',
        ),
        ("T011", "How to book a bed here.", "Hola. How to book\na bed here.", 3, "as in English"),
        (
            "T011",
            "/// tip | How to book a bed\n///",
            "/// tip | How to book a bed\n///",
            3,
            "it sta",
        ),
        ("T012", "<!-- shot: p=/a -->", "", 1, "English has shot: p=/a"),
        ("T012", '<!-- p=/a alt="b" -->', '<!-- p=/c alt="d" -->', 3, "here is p=/c"),
        ("T013", "---\ntitle: A\n---\n", "---\nhide: [a]\n---\n", 1, "English has no key 'hide'"),
        ("T013", "---\nhide: [a]\n---\n", "---\nhide: [b]\n---\n", 1, "another value"),
        ("T013", "---\na: 1\nb: 1\n---\n", "---\na: 1\n---\n", 1, "it lacks the key 'b'"),
    ],
)
def test_a_broken_rule_is_found(
    code: str, english: str, translated: str, line: int, message: str
) -> None:
    """With its line in the translation and what differs, and nothing else is."""
    found = compare(section(english), section(translated))
    assert {(rule.code, number) for rule, number, _ in found} == {(code, line)}
    assert any(message in text for _, _, text in found)


@pytest.mark.parametrize(
    ("english", "translated"),
    [
        ("`a` [b](c.md) `d`", "`d` [e](c.md)\n`a`"),
        ("`a\nb`", "`a b`"),
        ("You get an `int`, and return one.", "Te llega un `int`, y devuelves un `int`."),
        ("```console\n// In the app\n$ a\n```", "```console\n// En la app\n$ a\n```"),
        ("```py\na = 1  # one\n# two\n```", "```py\na = 1  # uno\n# dos\n```"),
        ("```mermaid\nA[Client]\n```", "```mermaid\nA[Cliente]\n```"),
        ("/// tip | A bed\nb\n///", "/// tip | Una cama\nc\n///"),
        ('<!-- screenshot: page=/docs alt="A" -->', '<!-- screenshot: page=/docs alt="B" -->'),
        ("The FastAPI Field Guide", "The FastAPI Field Guide"),
        ("* a\n  b\n* c", "* a\n* c"),
        ('<img src="a.png" alt="A bed">', '<img src="a.png" alt="Una cama">'),
        ("---\ntitle: A\nhide: [b]\n---\n", "---\ntitle: C\nhide: [b]\nsync: {}\n---\n"),
        ("<!-- a note for writers -->", ""),
        ("<https://a.example/>", "<https://a.example/>"),
        ("It is `Error: the file does not exist`.", "Es `Error: the file does not exist`."),
    ],
)
def test_what_may_differ(english: str, translated: str) -> None:
    """Words, their order, comments, titles and alternative texts are the translator's."""
    assert compare(section(english), section(translated)) == []


def codes(page: Translation) -> list[tuple[str, str]]:
    """Return the code and the severity of each finding."""
    return [(finding.code, finding.severity.value) for finding in check(page)]


def test_a_page_that_corresponds_has_no_findings(repository: Repository) -> None:
    """Recorded or not."""
    assert codes(repository.page) == []


def test_missing_orphaned_and_moved_sections_are_told(repository: Repository) -> None:
    """Readers get them in English, not at all, or where English has them: warnings."""
    repository.change("en", "{ #beds }", "{ #places }")
    assert codes(repository.page) == [("T001", "warning"), ("T002", "warning")]
    text = repository.change("en", "{ #places }", "{ #beds }").read("es")
    beds, recap = text.index("## Camas"), text.index("## Resumen")
    repository.commit(es=f"{text[:beds]}{text[recap:]}\n{text[beds:recap]}")
    assert codes(repository.page) == [("T003", "warning")]


def test_an_id_that_english_never_had_is_an_error(repository: Repository) -> None:
    """It is a slip of the translator; English has not changed."""
    (finding,) = check(repository.change("es", "{ #beds }", "{ #camas }").page)
    assert str(finding) == (
        "docs/es/huts.md:21: T003 the id is 'camas', and 'beds' in English\n"
        "  → run `docs translations fix es huts.md`, or write `## Camas { #beds }`,"
        " as in docs/en/huts.md:11"
    )
    assert finding.severity.value == "error"


def test_a_heading_that_lost_its_id_is_told(repository: Repository) -> None:
    """And so is one that has got an id, where English has none."""
    found = [str(f) for f in check(repository.change("es", " { #beds }", "").page)]
    assert (
        "docs/es/huts.md:21: T003 the heading has no id, and 'beds' in English\n"
        "  → run `docs translations fix es huts.md`, or write `## Camas { #beds }`,"
        " as in docs/en/huts.md:11"
    ) in found
    assert not any("T001" in text for text in found)
    repository.change("es", "## Camas", "## Camas { #beds }").change("en", " { #recap }", "")
    repository.commit(es=repository.read("es").replace("#recap", "#resumen"))
    found = [str(f) for f in check(repository.page)]
    assert any("T003 the id is 'resumen', and none in English\n" in text for text in found)
    assert any("or write `## Resumen`, as in docs/en/huts.md:20" in text for text in found)


def test_a_fault_of_a_stale_section_is_a_warning(repository: Repository) -> None:
    """Readers are told already; in a section that claims to be current it is an error."""
    repository.change("en", "`beds()`", "`free()`")
    assert codes(repository.page) == [("T006", "warning")] * 2
    assert [*repository.sync().left] == ["beds"]
    repository.change("es", "* Las camas", "* `camas`")
    assert ("T006", "error") in codes(repository.page)


def test_an_edit_that_is_not_recorded_is_told_where_readers_get_a_notice(
    repository: Repository,
) -> None:
    """With the command that ends it."""
    repository.change("es", "Un refugio", "Cada refugio")
    assert codes(repository.page) == []
    repository.change("en", "A hut has", "Each hut has")
    (finding,) = check(repository.page)
    assert str(finding) == (
        "docs/es/huts.md:15: T016 the section 'huts' was edited, and readers are told that it is"
        " behind\n  → if it says what English says now, run"
        " `docs translations sync es huts.md --done huts`"
    )
    assert finding.severity.value == "warning"
    repository.sync("huts")
    assert codes(repository.page) == []


def test_every_rule_has_a_case() -> None:
    """None is left untested by the cases above; terms and messages have theirs."""
    marks = test_a_broken_rule_is_found.pytestmark  # type: ignore[attr-defined]
    tested = {case[0] for mark in marks for case in mark.args[1]}
    assert tested | {"T001", "T002", "T014", "T015", "T016"} == set(rules.RULES)
