"""The introduction of the README: a part of the home page, in plain Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from scripts.docsite import readme
from scripts.docsite.errors import DocsError
from tests.support import Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]
README = "# Name\n\n<!-- introduction start -->\nold\n<!-- introduction end -->\n\nMore.\n"
FRONT = "---\ndescription: D\n---\n\n# Home { #home }\n\n"


def introduction(make_project: Make, body: str, **files: str) -> str:
    """Return the introduction that a home page with the body gives."""
    example = {"docs_src/a/tutorial001.py": "import os\n\nx = 1\n"}
    project = make_project({"docs/en/index.md": f"{FRONT}{body}", **example, **files})
    return readme.introduction(project.root)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Text.\n\n## Next { #next }\n\nNo.\n", "Text."),
        (
            "No.\n\n<!-- readme start -->\n\n## Part { #part }\n\nYes.\n\n<!-- readme end -->\n",
            "## Part\n\nYes.",
        ),
        (
            "[a](b/c.md#d) [e](#f) [g](https://h.example/) ![i](img/j.svg){ width=9 }\n",
            "[a](https://guide.example/b/c/#d) [e](https://guide.example/#f) "
            "[g](https://h.example/) ![i](docs/en/img/j.svg)",
        ),
        (
            '[two\nlines](a.md "T")\n`[code](a.md)` [![i](img/i.png)](b/index.md)\n\n'
            '<img src="img/x.png" alt="">\n\n[def]: a.md\n',
            '[two\nlines](https://guide.example/a/ "T")\n'
            "`[code](a.md)` [![i](docs/en/img/i.png)](https://guide.example/b/)\n\n"
            '<img src="docs/en/img/x.png" alt="">\n\n[def]: https://guide.example/a/',
        ),
        (
            "{* ../../docs_src/a/tutorial001.py hl[3] *}\n\n"
            "{* ../../docs_src/a/tutorial001.py ln[3] *}\n",
            "```python\nimport os\n\nx = 1\n```\n\n```python\nx = 1\n```",
        ),
        (
            '```http example="a/tutorial001.py"\nGET /\n\n\n200\n```\n',
            "```http\nGET /\n\n\n200\n```",
        ),
        ("~~~text\n```\n~~~\n", "````text\n```\n````"),
        ("- a\n\n    ```sh\n    b\n    ```\n", "- a\n\n    ```sh\n    b\n    ```"),
        (
            "/// tip | Try it\nOne.\n\nTwo.\n///\n\nAfter.\n",
            "> **Try it**\n>\n> One.\n>\n> Two.\n\nAfter.",
        ),
        (
            "//// tab | uv\n\n```sh\nuv\n```\n\n////\n\n"
            "//// tab | pip\n\n/// note\nN.\n///\n\n////\n",
            "**uv**\n\n```sh\nuv\n```\n\n**pip**\n\n> **Note**\n>\n> N.",
        ),
        ("One.\n\n<!-- screenshot: x -->\n\nTwo.\n", "One.\n\nTwo."),
    ],
)
def test_the_home_page_becomes_plain(make_project: Make, body: str, expected: str) -> None:
    """What only this site can read is flattened, and links lead where the README's readers get."""
    assert introduction(make_project, body) == expected


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<!-- readme start -->\n", "there is no comment 'readme end'"),
        ("{! ../../docs_src/a/tutorial001.py !}\n", "docs/en/index.md:7: the README can't show"),
        ("{* ../../docs_src/gone.py *}\n", "docs/en/index.md:7:"),
    ],
)
def test_what_can_not_be_shown_is_told(make_project: Make, body: str, message: str) -> None:
    """With the line of the home page."""
    with pytest.raises(DocsError) as caught:
        introduction(make_project, body)
    assert message in str(caught.value)
    assert caught.value.hint


def test_a_home_page_without_a_title_is_refused(make_project: Make) -> None:
    """There is no place where the introduction would start."""
    project = make_project({"docs/en/index.md": "text\n"})
    with pytest.raises(DocsError, match="the page has no title"):
        readme.introduction(project.root)


def test_the_readme_is_written_and_verified(make_project: Make) -> None:
    """Generating twice changes nothing more; a change of either side is told."""
    project = make_project({"README.md": README})
    (finding,) = readme.verify(project.root)
    assert (str(finding.location), finding.code) == ("README.md:4", "N004")
    assert readme.generate(project.root)
    assert project.read("README.md") == README.replace("\nold\n", "\n\nText of the home page.\n\n")
    assert readme.verify(project.root) == ()
    assert not readme.generate(project.root)
    project.change({"README.md": project.read("README.md").replace("home", "other")})
    assert readme.verify(project.root)


def test_verifying_writes_nothing(make_project: Make) -> None:
    """It only tells."""
    project = make_project({"README.md": README})
    before = project.files()
    assert readme.verify(project.root)
    assert project.files() == before


def test_a_readme_without_its_marks_is_refused(make_project: Make) -> None:
    """The hint gives the comments to write."""
    project = make_project({"README.md": "# Name\n"})
    with pytest.raises(DocsError, match=r"README\.md:1: there is no comment 'introduction start'"):
        readme.generate(project.root)
