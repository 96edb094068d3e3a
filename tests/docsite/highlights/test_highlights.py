"""Highlighted lines: what is recorded of them, what is found, and what moves by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from scripts.docsite import highlights, tree
from scripts.docsite.errors import DocsError
from tests.support import Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]

APP = """\
from fastapi import FastAPI

app = FastAPI()


@app.get("/huts")
async def read_huts() -> list[str]:
    return ["Alpenrose"]
"""
INCLUDE = "{* ../../docs_src/huts/tutorial001.py hl[6:7] *}"
PAGE = f"# Huts {{ #huts }}\n\n{INCLUDE}\n"
SOURCE = "docs_src/huts/tutorial001.py"
EN, ES = "docs/en/huts.md", "docs/es/huts.md"


@pytest.fixture
def project(make_project: Make) -> Project:
    """Return a project with one page in two languages, and the record of it."""
    made = make_project({SOURCE: APP, EN: PAGE, ES: PAGE.replace("# Huts", "# Refugios")})
    update(made)
    assert found(made) == []
    return made


def found(project: Project) -> list[str]:
    """Return the findings as people read them."""
    pages = [(p.key, p.path, p.document) for p in tree.load(project.root).source_pages.values()]
    return [str(finding) for finding in highlights.check(project.root, pages)]


def update(project: Project) -> None:
    """Do what `docs examples update` does with ranges."""
    highlights.apply(project.root, highlights.plan(project.root))


def test_a_project_without_a_record_has_nothing_to_compare(make_project: Make) -> None:
    """Nothing is found; `docs examples update` makes the record."""
    assert found(make_project({SOURCE: APP, EN: PAGE})) == []


@pytest.mark.parametrize("text", ["", "{}\n"])
def test_an_emptied_record_is_told_once(project: Project, text: str) -> None:
    """Not at each include; the update records them all."""
    project.change({highlights.FILE: text, "docs/en/beds.md": PAGE})
    assert found(project) == [
        f"{highlights.FILE}:1: I003 the record is empty, and pages mark or cut out lines\n"
        "  → restore the file, or remove it and run `docs examples update`"
    ]
    update(project)
    assert found(project) == []


def test_a_record_may_be_empty_where_no_page_names_a_range(project: Project) -> None:
    """There is nothing to record."""
    project.change({highlights.FILE: "", EN: "# Huts { #huts }\n"})
    assert found(project) == []


def test_a_project_without_ranges_gets_no_record(make_project: Make) -> None:
    """Nothing is written where no page names a range."""
    assert dict(highlights.plan(make_project({}).root).files) == {}


def test_the_record_names_the_file_and_its_ranges(project: Project) -> None:
    """An entry for each include, readable and short."""
    lines = project.read(highlights.FILE).splitlines()
    assert lines[-2] == "huts.md:"
    assert lines[-1].startswith(f"  - {SOURCE} hl 6:7=")


def test_a_range_moved_in_the_page_is_found(project: Project) -> None:
    """The message says what is marked now, and which range it was."""
    project.change({EN: PAGE.replace("hl[6:7]", "hl[7:8]")})
    assert found(project) == [
        f"{EN}:3: I003 hl[7:8] of {SOURCE} begins with `async def read_huts() -> list[str]:`, "
        "as it did not before\n"
        "  → it was hl[6:7]; if the new one is meant, record it: `docs examples update huts.md`"
    ]


def test_a_moved_range_that_is_meant_is_recorded(project: Project) -> None:
    """An update trusts the page where the page has changed."""
    project.change({EN: PAGE.replace("hl[6:7]", "hl[7:8]")})
    update(project)
    assert "hl[7:8]" in project.read(EN)
    assert found(project) == []


def test_a_file_that_grows_above_the_range_is_found(project: Project) -> None:
    """The finding says where the lines are now."""
    project.change({SOURCE: f"import logging\n\n{APP}"})
    assert found(project) == [
        f"{EN}:3: I003 hl[6:7] of {SOURCE} begins with ``, as it did not before\n"
        "  → the lines are 8:9 now; `docs examples update huts.md` moves it"
    ]


def test_ranges_follow_their_lines_in_every_language(project: Project) -> None:
    """The update moves the range where the file has changed and the page has not."""
    project.change({SOURCE: f"import logging\n\n{APP}"})
    update(project)
    assert "hl[8:9]" in project.read(EN)
    assert project.read(ES) == PAGE.replace("# Huts", "# Refugios").replace("6:7", "8:9")
    assert found(project) == []


def test_a_file_that_shrinks_above_a_range_at_its_end(project: Project) -> None:
    """The range ends outside of the file, and moves with its lines all the same."""
    project.change({EN: PAGE.replace("6:7", "6:8"), ES: PAGE.replace("6:7", "6:8")})
    update(project)
    project.change({SOURCE: APP.replace("\n\napp", "\napp")})
    assert found(project) == [
        f"{EN}:3: I003 the lines of hl[6:8] of {SOURCE} are 5:7 now\n"
        "  → `docs examples update huts.md` moves it"
    ]
    update(project)
    assert "hl[5:7]" in project.read(EN)
    assert "hl[5:7]" in project.read(ES)
    assert found(project) == []


@pytest.mark.parametrize(
    ("right", "wrong"), [("hl[6:7]", "hl[6:70]"), ("hl[6:7]", "hl[60]"), ("001.py", "009.py")]
)
def test_what_was_marked_is_not_lost_by_a_slip(project: Project, right: str, wrong: str) -> None:
    """The check of includes tells of it; the record stays, and is right when it is mended."""
    before = project.read(highlights.FILE)
    project.change({EN: PAGE.replace(right, wrong)})
    assert found(project) == []
    update(project)
    assert project.read(highlights.FILE) == before
    project.change({EN: PAGE})
    assert found(project) == []


def test_a_page_that_followed_its_file_is_fine(project: Project) -> None:
    """A writer who moves both has nothing to record."""
    project.change({SOURCE: f"import logging\n\n{APP}", EN: PAGE.replace("hl[6:7]", "hl[8:9]")})
    assert found(project) == []


def test_lines_that_changed_where_they_stand_are_found(project: Project) -> None:
    """What is marked may still be right; somebody has to look."""
    project.change({SOURCE: APP.replace("read_huts", "list_huts")})
    (finding,) = found(project)
    assert finding.endswith("→ look at the page; if it is right, `docs examples update huts.md`")
    update(project)
    assert "hl[6:7]" in project.read(EN)
    assert found(project) == []


def test_an_update_names_the_ranges_that_stand_for_other_lines(project: Project) -> None:
    """What is recorded without being the same is shown to who has to see that it is meant."""
    project.change({SOURCE: f"import logging\n\n{APP.replace('read_huts', 'list_huts')}"})
    planned = highlights.plan(project.root)
    (told,) = planned.others
    assert told == f"{EN}:3: hl[6:7] of {SOURCE} begins with `` now"
    highlights.apply(project.root, planned)
    assert highlights.plan(project.root).others == ()


def test_an_update_says_nothing_of_ranges_that_moved_or_are_new(project: Project) -> None:
    """Lines that are the same need nobody to look, and new ones were just written."""
    project.change({SOURCE: f"import logging\n\n{APP}", "docs/en/beds.md": PAGE})
    planned = highlights.plan(project.root)
    assert "hl[8:9]" in planned.files[EN]
    assert planned.others == ()


def test_blanks_around_a_line_make_no_difference(project: Project) -> None:
    """A block that is indented anew is the same code."""
    project.change({SOURCE: APP.replace("async def", "  async def")})
    assert found(project) == []


def test_lines_that_stand_twice_do_not_move(project: Project) -> None:
    """Where it is not certain which lines are meant, the range stays, and is told."""
    block = '@app.get("/huts")\nasync def read_huts() -> list[str]:\n    return []\n'
    project.change({SOURCE: f"import logging\n\n{APP}\n\n{block}"})
    assert "look at the page" in found(project)[0]
    update(project)
    assert "hl[6:7]" in project.read(EN)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{PAGE}\n{INCLUDE}\n".replace("6:7", "6:7", 1), "not recorded yet"),
        (PAGE.replace(INCLUDE, "Text."), "does not show these lines"),
        (PAGE.replace("hl[6:7]", "hl[6:7] ln[3:8]"), "ln[3:8]"),
    ],
)
def test_new_and_gone_includes_are_found(project: Project, text: str, told: str) -> None:
    """What is shown is what is recorded, no more and no less."""
    project.change({EN: text})
    assert [told in finding for finding in found(project)] == [True]
    update(project)
    assert found(project) == []


def test_fewer_ranges_than_recorded_are_found(make_project: Make) -> None:
    """A range that was dropped is told even where the others are as they were."""
    two = PAGE.replace("hl[6:7]", "hl[3,6:7]")
    project = make_project({SOURCE: APP, EN: two})
    update(project)
    project.change({EN: PAGE})
    assert "fewer lines than recorded" in found(project)[0]


def test_a_page_that_cannot_be_read_is_not_gone(project: Project) -> None:
    """What is wrong with it is told, and its record has nothing to do with that."""
    assert [*highlights.check(project.root, [])] == []


def test_what_a_page_shows_no_more_is_told_where_it_is_recorded(project: Project) -> None:
    """In the line of its entry, among those of the page."""
    second = INCLUDE.replace("6:7", "3")
    project.change({EN: f"{PAGE}\n{second}\n"})
    update(project)
    project.change({EN: PAGE})
    line = len(project.read(highlights.FILE).splitlines())
    (told,) = found(project)
    assert told.startswith(f"{highlights.FILE}:{line}: I003 huts.md does not show these lines")


def test_a_page_that_is_gone_is_taken_out(project: Project) -> None:
    """The finding names the record, where it stands."""
    project.change({EN: None, ES: None})
    line = project.read(highlights.FILE).splitlines().index("huts.md:") + 2
    assert found(project) == [
        f"{highlights.FILE}:{line}: I003 there is no English page huts.md\n"
        "  → `docs examples update` takes it out"
    ]
    update(project)
    assert "huts.md" not in project.read(highlights.FILE)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("- a\n", 1, "no mapping"),
        ("huts.md: x\n", 1, "no list"),
        ("huts.md:\n  - docs_src/a.py hl 3\n", 2, "'3'"),
        ("huts.md:\n  - docs_src/a.py 3=0123456789\n", 2, "'3=0123456789'"),
    ],
)
def test_a_record_that_cannot_be_read_is_told_with_its_line(
    project: Project, text: str, line: int, told: str
) -> None:
    """And what to do: write it anew."""
    project.change({highlights.FILE: text})
    with pytest.raises(DocsError) as caught:
        found(project)
    assert str(caught.value).startswith(f"{highlights.FILE}:{line}: ")
    assert told in str(caught.value)
    assert "docs examples update" in str(caught.value)
