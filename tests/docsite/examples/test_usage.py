"""Who shows and who tests an example."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.docsite import examples
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location
from tests.support import Project

PAGE = """\
---
key: value
---
{* ../../docs_src/huts/tutorial001.py hl[1] *}

```python
{! ../../docs_src/huts/included.py !}
```

```http example="huts/exchanged.py"
GET /
```

```json openapi="huts/documented.py#/paths/~1"
{}
```

```console run="python docs_src/huts/script.py --name x"
$ python main.py
```

```console run="python -m docs_src.huts.module"
$ python -m main
```

```console run="uvicorn docs_src.huts.served:app"
```

```console run="echo it's docs_src/huts/quoted.py"
```

{* ../../docs_src/huts/nowhere.py *}
"""
NAMES = [
    "tutorial001",
    "included",
    "exchanged",
    "documented",
    "script",
    "module",
    "served",
    "quoted",
]


def make(root: Path, **files: str) -> Path:
    """Make a project with a page and the examples it shows, and the given files."""
    shown = {f"docs_src/huts/{name}.py": "" for name in NAMES}
    tests = {f"tests/docs_src/huts/test_{name}.py": f'EXAMPLE = "huts/{name}"\n' for name in NAMES}
    return Project(root).change({"docs/en/deep/page.md": PAGE} | shown | tests | files).root


def test_pages_that_show_an_example(tmp_path: Path) -> None:
    """An include counts, and so does every way to bind a block to an example."""
    found = {entry.example.base: entry.pages for entry in examples.usage(make(tmp_path))}
    lines = dict(zip(NAMES, [4, 7, 10, 14, 18, 22, 26, 29], strict=True))
    assert found == {
        f"huts/{name}": (Location("docs/en/deep/page.md", line),) for name, line in lines.items()
    }


def test_every_form_counts_for_its_example(tmp_path: Path) -> None:
    """A page shows the example when it names one of its forms."""
    root = make(tmp_path, **{"docs_src/huts/tutorial001_an.py": ""})
    (entry,) = [e for e in examples.usage(root) if e.example.base == "huts/tutorial001"]
    assert len(entry.pages) == 1


def test_pages_of_other_languages_do_not_count(tmp_path: Path) -> None:
    """An example that only a translation shows is shown by nobody."""
    root = make(
        tmp_path,
        **{
            "docs_src/huts/lost.py": "",
            "docs/es/page.md": "{* ../../docs_src/huts/lost.py *}\n",
        },
    )
    assert [e.example.base for e in examples.unused(examples.usage(root))] == ["huts/lost"]


def test_tests_that_name_an_example(tmp_path: Path) -> None:
    """The module's constant counts, with or without a type, and nothing else."""
    root = make(
        tmp_path,
        **{
            "docs_src/huts/typed.py": "",
            "docs_src/huts/not_named.py": "",
            "tests/docs_src/huts/test_typed.py": 'x = 1\nEXAMPLE: str = "huts/typed"\n',
            "tests/docs_src/huts/test_not_named.py": 'NAME = "huts/not_named"\n',
            "tests/docs_src/huts/helper.py": 'EXAMPLE = "huts/not_named"\n',
        },
    )
    found = {entry.example.base: entry.tests for entry in examples.usage(root)}
    assert found["huts/typed"] == (Location("tests/docs_src/huts/test_typed.py", 2),)
    assert [e.example.base for e in examples.untested(examples.usage(root))] == ["huts/not_named"]


@pytest.mark.parametrize(
    "statement",
    [
        "from docs_src.huts.helper import x",
        "from docs_src.huts import helper",
        "import docs_src.huts.helper",
        "from .helper import x",
        "from . import helper",
        "def f():\n    from ..huts.helper import x",
    ],
)
def test_example_that_a_shown_one_imports_is_used(tmp_path: Path, statement: str) -> None:
    """What belongs to a shown example is shown with it, over any number of steps."""
    root = make(
        tmp_path,
        **{
            "docs_src/huts/tutorial001.py": f"{statement}\n",
            "docs_src/huts/helper.py": "from .deeper import y\n",
            "docs_src/huts/deeper.py": "",
        },
    )
    found = {entry.example.base: entry for entry in examples.usage(root)}
    assert found["huts/helper"].imported_by == ("huts/tutorial001",)
    assert examples.unused(tuple(found.values())) == ()


def test_examples_that_import_only_one_another_are_unused(tmp_path: Path) -> None:
    """A chain that no page starts is shown by nobody."""
    root = make(
        tmp_path,
        **{"docs_src/huts/a.py": "from . import b\n", "docs_src/huts/b.py": "from . import a\n"},
    )
    unused = examples.unused(examples.usage(root))
    assert [entry.example.base for entry in unused] == ["huts/a", "huts/b"]


def test_check_names_what_is_to_do(tmp_path: Path) -> None:
    """Each orphan and each untested example is a finding at its file."""
    root = make(tmp_path, **{"docs_src/huts/lost.py": ""})
    assert [str(finding) for finding in examples.check(root)] == [
        "docs_src/huts/lost.py:1: E001 no English page shows the example huts/lost\n"
        "  → include it in a page, or remove it with its test",
        "docs_src/huts/lost.py:1: E002 no test names the example huts/lost\n"
        '  → write a test below tests/docs_src/ that says EXAMPLE = "huts/lost"',
    ]


def test_example_that_does_not_compile(tmp_path: Path) -> None:
    """A syntax error is told with its line."""
    root = make(tmp_path, **{"docs_src/huts/broken.py": "x = 1\ny = (\n"})
    with pytest.raises(DocsError, match=r"^docs_src/huts/broken\.py:2: the file does not compile"):
        examples.usage(root)
