"""A page that is found to be like English has no section that breaks a rule of the structure."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.docsite.errors import DocsError
from scripts.docsite.markdown import scan
from scripts.docsite.translations.comparing import compare
from scripts.docsite.translations.likeness import is_alike
from scripts.docsite.translations.states import Workbench
from tests.docsite.translations.conftest import KEY, Repository

LINES = [
    "",
    "`a` [b](c.md){ .d }",
    "`e`",
    "* f",
    "1. g",
    "| h |",
    "|---|",
    "<b>i</b>",
    "## J { #j }",
]
LINES += [
    "Every hut has beds that are free.",
    "/// note",
    "///",
    "<!-- k=/l -->",
    "```py\nm = 1\n```",
]
EDITS = st.tuples(
    st.integers(0, 60), st.sampled_from(["put", "put", "take", "swap"]), st.sampled_from(LINES)
)


def edited(text: str, edits: list[tuple[int, str, str]]) -> str:
    """Return a page with lines put in, taken out, and swapped with the one before."""
    lines = text.split("\n")
    for number, what, line in edits:
        at = number % len(lines)
        if what == "put":
            lines[at:at] = [line, ""]
        elif what == "take" and len(lines) > 1:
            del lines[at]
        else:
            lines[at - 1], lines[at] = lines[at], lines[at - 1]
    return "\n".join(lines)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(EDITS, max_size=3), st.lists(EDITS, max_size=2))
def test_of_a_page_like_english_no_section_differs(
    repository: Repository, both: list[tuple[int, str, str]], ours: list[tuple[int, str, str]]
) -> None:
    """Whatever is done to the pages."""
    repository.project.change({f"docs/en/{KEY}": edited(repository.read("en"), both)})
    try:
        page = Workbench.of(repository.project.tree).beside(
            "es", KEY, scan(edited(edited(repository.read("es"), both), ours))
        )
    except DocsError:
        return
    finally:
        repository.git("checkout", "-q", ".")
    pairs = [(page.english.sections.get(id_), own) for id_, own in page.sections.items()]
    if is_alike(page):
        assert not any(english is None or compare(english, own) for english, own in pairs)


@pytest.mark.parametrize("line", ["`a`", "[a](b.md)", "* a", "<b>a</b>", "```\na\n```", "### A"])
def test_a_page_is_like_english_where_it_has_the_same_in_the_same_sections(
    repository: Repository, line: str
) -> None:
    """Not where it has it, but elsewhere."""
    assert is_alike(repository.page)
    repository.change("en", "## Recap", f"{line}\n\n## Recap")
    assert not is_alike(repository.page)
    repository.change("es", "## Resumen", f"{line}\n\n## Resumen")
    assert is_alike(repository.page)
    repository.change("es", f"{line}\n\n## Resumen", "## Resumen")
    repository.commit(es=f"{repository.read('es')}\n{line}\n")
    assert not is_alike(repository.page)
