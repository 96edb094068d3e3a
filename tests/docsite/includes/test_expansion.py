"""Includes: what a page becomes, what it depends on, and what is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.docsite import includes
from scripts.docsite.errors import DocsError
from scripts.docsite.markdown import scan

CASES = Path(__file__).parents[1] / "cases"
GOLDEN = sorted((CASES / "includes").glob("*.yml"))
REFUSED = yaml.safe_load((CASES / "includes_refused.yml").read_text(encoding="utf-8"))
LABELS = {
    "variant_annotated": "Annotated",
    "variant_plain": "Plain",
    "prefer_annotated": "Prefer Annotated.",
    "full_file": "Full",
    "code_above": "Above",
    "code_between": "Between",
    "code_below": "Below",
}


@dataclass(frozen=True)
class Project:
    """A small project on disk, and the includes of one page in it."""

    root: Path
    page: str = "docs/en/page.md"
    labels: dict[str, str] = field(default_factory=lambda: LABELS)

    def write(self, files: dict[str, str | bytes]) -> Project:
        """Write files, texts as UTF-8."""
        for path, content in files.items():
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            raw = content if isinstance(content, bytes) else content.encode()
            target.write_bytes(raw)
        return self

    def link(self, links: dict[str, str]) -> Project:
        """Make symbolic links, each to a path from the root."""
        for path, target in links.items():
            (self.root / path).symlink_to(self.root / target)
        return self

    @property
    def folder(self) -> Path:
        """The language folder of the page."""
        return self.root.joinpath(*self.page.split("/")[:2])

    def expand(self, text: str, source: str = "") -> includes.Expansion:
        """Expand the page's text."""
        return includes.expand(
            text,
            root=self.root,
            page=self.page,
            language_folder=self.folder,
            labels=self.labels,
            source=source,
        )

    def check(self, text: str) -> list[str]:
        """Return the findings about the page's text."""
        found = includes.check(text, root=self.root, page=self.page, language_folder=self.folder)
        return [str(finding) for finding in found]


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.stem)
def test_golden_case(file: Path, tmp_path: Path) -> None:
    """The page becomes what the case expects, and depends on what it says."""
    case: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    project = Project(tmp_path, case.get("path", "docs/en/page.md")).write(case["files"])
    expansion = project.expand(case["page"])
    assert expansion.markdown == case["expected"]
    assert list(expansion.depends_on) == case["depends_on"]
    assert [str(finding) for finding in expansion.findings] == case.get("findings", [])
    assert project.check(case["page"]) == case.get("findings", [])


@pytest.fixture(scope="module")
def refusing(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return the project in which nothing can be included."""
    project = Project(tmp_path_factory.mktemp("project"))
    return project.write(REFUSED["files"]).link(REFUSED["links"])


@pytest.mark.parametrize("case", REFUSED["cases"], ids=lambda case: case["page"].split("\n")[-1])
def test_refused(case: dict[str, str], refusing: Project) -> None:
    """The build fails with the place, what is wrong and what to do; the check says the same."""
    with pytest.raises(DocsError) as error:
        refusing.expand(case["page"])
    assert str(error.value) == case["error"]
    place, _, rest = case["error"].partition(": ")
    assert f"{place}: I001 {rest}" in refusing.check(case["page"])


def test_link_inside_the_folders_is_followed(refusing: Project) -> None:
    """A symbolic link may lead from one example to another."""
    found = refusing.expand("{* ../../docs_src/huts/inside.py *}")
    assert found.markdown == "```python\na = 1\nb = 2\n```"


def test_check_finds_all_at_once(refusing: Project) -> None:
    """One bad include does not hide the next, nor a good one."""
    text = "{* nowhere.py *}\n\n{* ../../docs_src/huts/tutorial001.py *}\n\n* {* stray *}\n"
    found = [line.split(": ")[0] for line in refusing.check(text)]
    assert found == ["docs/en/page.md:1", "docs/en/page.md:5"]


def test_lines_are_counted_in_the_whole_page(refusing: Project) -> None:
    """Where the front matter was taken off, messages still name the line in the file."""
    matter = "---\nkey: value\n---\n\n"
    bad = "Text.\n\n{* nowhere.py *}\n"
    with pytest.raises(DocsError, match=r"^docs/en/page\.md:7: "):
        refusing.expand(bad, source=matter + bad)
    text = "Text.\n\n{* ../../docs_src/huts/tutorial001.py *}\n"
    assert refusing.expand(text, source=matter + text) == refusing.expand(text)


@pytest.mark.parametrize(
    ("filled_in", "line"),
    [
        ("a\nb\nc\n{* nowhere.py *}\n", 3),
        ("a\n{* nowhere.py hl[1] *}\nb\n{* nowhere.py *}\n", 5),
        ("a\n{* elsewhere.py *}\n", 1),
    ],
)
def test_include_is_found_in_the_file_of_a_page_that_was_filled_in(
    refusing: Project, filled_in: str, line: int
) -> None:
    """Where other text was put into the page, the include is looked for in the file."""
    source = "---\n---\n{* nowhere.py *}\n{{ data }}\n{* nowhere.py hl[1] *}\n"
    with pytest.raises(DocsError) as error:
        refusing.expand(filled_in, source=source)
    assert str(error.value.location) == f"docs/en/page.md:{line}"


def test_too_many_files_in_a_row(tmp_path: Path) -> None:
    """Includes inside included files come to an end."""
    files: dict[str, str | bytes] = {
        f"docs/en/{n}.md": f"{{! {n + 1}.md !}}\n" for n in range(1, 12)
    }
    project = Project(tmp_path).write(files | {"docs/en/12.md": "end\n"})
    assert len(project.expand("{! 3.md !}").depends_on) == 10
    with pytest.raises(DocsError, match=r"^docs/en/10\.md:1: more than 10 files include one"):
        project.expand("{! 1.md !}")


def test_path_that_no_file_can_have(refusing: Project) -> None:
    """A name longer than the file system allows is a missing file."""
    with pytest.raises(DocsError, match="there is no file"):
        refusing.expand(f"{{* ../../docs_src/{'x' * 300}.py *}}")


def test_words_of_the_site_are_needed(tmp_path: Path) -> None:
    """A missing text is named with the file it belongs into."""
    project = Project(tmp_path, labels={}).write({"docs_src/a/b.py": "a = 1\nb = 2\n"})
    with pytest.raises(DocsError, match=r"^data/messages/en\.yml:1: .*'code_below' are missing"):
        project.expand("{* ../../docs_src/a/b.py ln[1] *}")


def test_the_site_has_all_words(root: Path) -> None:
    """The English messages hold every label that an include can show."""
    messages = yaml.safe_load((root / "data/messages/en.yml").read_text(encoding="utf-8"))
    assert set(LABELS) <= set(messages)


texts = st.text(
    st.one_of(
        st.sampled_from("`{!}[]*/#'\"\\\t \n-~>_a"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff"),
    ),
    max_size=80,
).filter(lambda text: text.strip())


@settings(max_examples=200, deadline=None)
@given(text=texts, indent=st.sampled_from(["", "    ", "  "]))
def test_whole_file_is_shown_exactly(
    text: str, indent: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The fence holds the file's text, whatever it is."""
    project = Project(tmp_path_factory.mktemp("p")).write({"docs_src/a/b.txt": text})
    found = project.expand(f"{indent}{{* ../../docs_src/a/b.txt *}}\n").markdown
    (fence,) = scan("\n".join(read_by_mdx_include(found))).fences
    whole = text if text.endswith("\n") else f"{text}\n"
    assert fence.content == whole.replace("\r", "\n")


def read_by_mdx_include(text: str) -> list[str]:
    """Return the lines that mdx_include leaves of the text."""
    md = markdown.Markdown(extensions=["mdx_include"])
    lines: list[str] = md.preprocessors["mdx_include"].run(text.split("\n"))
    return lines


@settings(deadline=None)
@given(texts.filter(lambda text: "{*" not in text))
def test_page_without_includes_is_unchanged(text: str) -> None:
    """Only includes are touched."""
    page = text.replace("{!", "")
    project = Project(Path("/nowhere"))
    assert project.expand(page) == includes.Expansion(page)
    assert project.check(page) == []
