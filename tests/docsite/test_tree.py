"""`docs/` as one object."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scripts.docsite import tree
from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey
from tests.support import Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]


def test_pages_are_found_by_language_and_key(make_project: Make) -> None:
    """English first, keys in order; assets, what is hidden and other files are no pages."""
    project = make_project(
        {
            "docs/en/b/c.md": "# C\n",
            "docs/en/a.md": "# A\n",
            "docs/en/img/a.svg": "<svg/>",
            "docs/en/.hidden/x.md": "",
            "docs/en/.hidden.md": "",
            "docs/es/a.md": "# A\n",
        }
    )
    found = project.tree
    paths = ["docs/en/a.md", "docs/en/b/c.md", "docs/en/index.md", "docs/es/a.md"]
    assert [page.path for page in found] == paths
    assert list(found.source_pages) == ["a.md", "b/c.md", "index.md"]
    key = PageKey("a.md")
    assert [language.code for language in found.translations(key)] == ["en", "es"]
    assert found.page("fa", key) is None
    assert found.page("xx", key) is None
    assert found.folder("es") == project.root / "docs/es"


def test_a_page_is_read_and_scanned(make_project: Make) -> None:
    """Line ends are those of Unix, and a byte order mark is no text."""
    project = make_project({"docs/en/a.md": "\ufeff# A { #a }\r\nb\rc\r\n"})
    page = project.tree.source_pages[PageKey("a.md")]
    assert page.text == "# A { #a }\nb\nc\n"
    assert page.document.title == "A"


def test_a_page_is_read_only_once(make_project: Make) -> None:
    """What is on the disk afterwards does not change it."""
    project = make_project({"docs/en/a.md": "# A\n"})
    page = project.tree.source_pages[PageKey("a.md")]
    assert page.document.title == "A"
    project.change({"docs/en/a.md": "# B\n"})
    assert page.document.title == "A"
    assert project.tree.source_pages[PageKey("a.md")].document.title == "B"


def test_a_tree_is_shared_by_those_who_load_it_meanwhile(make_project: Make) -> None:
    """Each page is read once for all of them, and anew for those who come later."""
    project = make_project({"docs/en/a.md": "# A\n", "docs/es/a.md": "# Sol\n"})
    key = PageKey("a.md")
    with tree.shared(project.root) as first:
        assert first is not None
        assert tree.load(project.root) is first
        assert first.pages["es"][key].text == "# Sol\n"
        project.change({"docs/en/a.md": "# B\n", "docs/es/a.md": "# Luna\n"})
        with tree.shared(project.root):
            assert tree.load(project.root).pages["es"][key].text == "# Sol\n"
        assert tree.load(project.root) is first
        assert first.anew("es").pages["es"][key].text == "# Luna\n"
        assert first.anew("es").source_pages[key] is first.source_pages[key]
        assert first.anew("en").source_pages[key] is first.source_pages[key]
    assert tree.load(project.root).pages["es"][key].text == "# Luna\n"


def test_what_is_wrong_is_told_to_those_who_share_a_tree(make_project: Make) -> None:
    """As it is to others, when they load it."""
    project = make_project({"docs/xx/a.md": "# A\n"})
    with tree.shared(project.root) as nothing:
        assert nothing is None
        with pytest.raises(DocsError, match="no registered language"):
            tree.load(project.root)


@pytest.mark.parametrize(
    ("files", "path", "message"),
    [
        ({"docs/en/a.md": b"# A\n\ncaf\xe9\n"}, "docs/en/a.md:3", "byte 8 is not UTF-8"),
        ({"docs/en/a.md": "a"}, "docs/en/gone.md:1", "the file can't be read"),
    ],
)
def test_a_file_that_can_not_be_read_is_told(
    make_project: Make, files: Mapping[str, str | bytes | None], path: str, message: str
) -> None:
    """With the line of the first byte that is not UTF-8."""
    root = make_project(files).root
    with pytest.raises(DocsError, match=message) as caught:
        tree.read_text(root, path.partition(":")[0])
    assert str(caught.value.location) == path


def test_sources_are_found_by_their_ends(tmp_path: Path) -> None:
    """In order, and without anything that begins with a dot."""
    for path in ("b.yml", "a/c.yml", "a.yml", "a.json", ".d.yml", ".e/f.yml", "a/.g.yml"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).touch()
    assert tree.sources(tmp_path, ".yml") == ["a.yml", "a/c.yml", "b.yml"]
    assert tree.sources(tmp_path / "nowhere", ".yml") == []


def test_a_folder_of_no_language_is_refused(make_project: Make) -> None:
    """A build needs to know every language; the checks look at the others all the same."""
    project = make_project({"docs/xx/index.md": "# X\n", "docs/yy/index.md": "# Y\n"})
    with pytest.raises(DocsError, match=r"docs/xx:1: the folder is no registered language: 'xx'"):
        tree.load(project.root)
    assert tree.survey(project.root).unknown_folders == ("xx", "yy")


def test_a_project_without_docs_is_refused(make_project: Make) -> None:
    """The hint says what to create."""
    project = make_project({"docs/en/index.md": None})
    with pytest.raises(DocsError, match=r"docs:1: the folder can't be read") as caught:
        tree.load(project.root)
    assert caught.value.hint == "create docs/en/ with its index.md"
