"""Which blocks are run: every English one, and those of a translation that show something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from scripts.docsite.exchanges import collecting
from tests.support import Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]


def block(content: str = "GET /huts\n\n200", session: str = "") -> str:
    """Return a bound block of four lines and a blank one."""
    option = f' session="{session}"' if session else ""
    return f'```http example="huts/a.py"{option}\n{content}\n```\n\n'


@pytest.fixture
def collect(make_project: Make) -> Callable[..., list[str]]:
    """Return a function that names the cases of an English page and its translation."""

    def names(english: str, spanish: str | None = None) -> list[str]:
        project = make_project({"docs/en/huts.md": english, "docs/es/huts.md": spanish})
        return [str(case) for case in collecting.collect(project.tree)]

    return names


def test_each_block_is_a_case(collect: Callable[..., list[str]]) -> None:
    """In the order of lines, with sessions that overlap."""
    page = "# H { #h }\n\n" + block(session="s") + block() + block(session="s") + block(session="t")
    assert collect(page) == [f"docs/en/huts.md:{line}" for line in (3, 9, 15, 21)]


def test_the_same_block_is_not_run_again(collect: Callable[..., list[str]]) -> None:
    """A translation that shows what English shows adds no case, wherever the block stands."""
    assert collect("# H { #h }\n\n" + block(), block()) == ["docs/en/huts.md:3"]


def test_a_block_that_drifted_is_run(collect: Callable[..., list[str]]) -> None:
    """One that shows another answer, or is bound in another way."""
    english = block() + block("GET /beds\n\n200")
    spanish = block().replace("200", "201") + block("GET /beds\n\n200")
    assert collect(english, spanish)[2:] == ["docs/es/huts.md:1"]
    assert collect(english, block().replace("a.py", "b.py"))[2:] == ["docs/es/huts.md:1"]


def test_a_session_that_drifted_is_run_whole(collect: Callable[..., list[str]]) -> None:
    """What its later blocks answer depends on the earlier ones."""
    english = block(session="s") + block("GET /beds\n\n200", "s")
    spanish = block("GET /huts\n\n201", "s") + block("GET /beds\n\n200", "s")
    assert collect(english, spanish)[2:] == ["docs/es/huts.md:1", "docs/es/huts.md:7"]


def test_a_page_that_cannot_be_read_is_a_case(collect: Callable[..., list[str]]) -> None:
    """The test of that line fails, all others still run; its translation is run in full."""
    assert collect(block("GET huts"), block()) == ["docs/en/huts.md:2", "docs/es/huts.md:1"]
