"""Remedies: a command is named where it mends what is wrong, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.docsite.translations import fixing, propagate, sync
from scripts.docsite.translations.checking import check
from scripts.docsite.translations.states import Workbench
from tests.docsite.translations.conftest import ENGLISH, SPANISH, Repository

INCLUDE = "{* ../../docs_src/huts/tutorial001.py ln[1:2] hl[2] *}"
CODE = "```console\n// En la carpeta de la app\n$ fastapi dev\n```\n"
MORE = '/// tip | {0}\nb\n///\n\n<!-- page=/a alt="{0}" -->\n\n### {0}\n\n[{0}](a.md#b)\n\n## '
FIX = "run `docs translations fix es huts.md`, or "
PROPAGATE = "`docs translations propagate es` does what is certain; else "


@pytest.fixture
def repository(make_repository: Callable[..., Repository]) -> Repository:
    """Return a recorded page that has a piece of everything that rules compare."""
    english, spanish = (
        text.replace(f"## {recap}", MORE.format(word) + recap).replace(
            "---\nd", "---\nhide: [a]\nd"
        )
        for text, recap, word in ((ENGLISH, "Recap", "Sub"), (SPANISH, "Resumen", "Bajo"))
    )
    made = make_repository(english, spanish)
    assert not made.sync().is_refused
    return made.commit()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (INCLUDE, ""),
        ("ln[1:2] ", ""),
        ("[mapa](index.md)", "mapa"),
        ("(index.md)", "(otro.md)"),
        ("* Las camas", "* Las [camas](index.md)"),
        ("$ fastapi dev", "$ fastapi go"),
        ("```console", "```bash"),
        ("// En la carpeta de la app\n", ""),
        (CODE, ""),
        ("/// tip", "/// consejo"),
        ("/// tip | Bajo\nb\n///\n", ""),
        ("page=/a", "page=/b"),
        ('page=/a alt="Bajo"', "page=/b"),
        ('<!-- page=/a alt="Bajo" -->', ""),
        ("### Bajo", "#### Bajo"),
        ("### Bajo\n", ""),
        ("{ #beds }", "{ #camas }"),
        ("hide: [a]", "hide: [b]"),
        ("hide: [a]\n", ""),
        ("hide: [a]\n", "hide: [a]\nmore: 1\n"),
        ("`beds()`", "`camas()`"),
        ("* Las camas se cuentan.\n", ""),
    ],
)
def test_fix_is_named_where_it_mends(repository: Repository, old: str, new: str) -> None:
    """Else the remedy says what to do by hand."""
    found = check(repository.change("es", old, new).page)
    assert found
    bench = Workbench.of(repository.project.tree)
    fixing.apply(repository.root, fixing.plan(bench, [repository.page]))
    left = check(repository.page)
    for finding in found:
        assert finding.hint.startswith(FIX) == (finding not in left), str(finding)
    assert all(FIX not in finding.hint for finding in left)


def test_what_is_silenced_in_a_section_is_mended_by_hand(repository: Repository) -> None:
    """Fix leaves the whole section as it is."""
    page = repository.change("es", "$ fastapi dev", "$ fastapi go").page
    sync.apply(repository.root, [sync.silence(page, "T006", "beds", "it differs")])
    (finding,) = check(repository.page)
    assert finding.hint == "copy all but comments from English"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hl[2]", "hl[1]"),
        ("// In the folder of the app\n$ fastapi dev", "// In the folder of the app\n$ fastapi go"),
        ("(index.md)", "(other.md)"),
        ("page=/a", "page=/b"),
        ("[map](index.md) shows", "[map](maps.md) shows"),
    ],
)
def test_propagate_is_named_where_it_mends(repository: Repository, old: str, new: str) -> None:
    """What English has changed it takes over, in each language."""
    found = check(repository.change("en", old, new).page)
    assert found
    assert all(finding.hint.startswith(PROPAGATE) for finding in found)
    bench = Workbench.of(repository.project.tree)
    propagate.apply(repository.root, propagate.plan(bench))
    assert check(repository.page) == []


def test_propagate_is_named_for_several_targets(repository: Repository) -> None:
    """Which one became which is known from what English was."""
    text = repository.read("en").replace("(index.md)", "(x.md)")
    text = text.replace("A hut has", "A [hut](y.md) has")
    spanish = repository.read("es").replace("(index.md)", "(x.md)")
    repository.commit(en=text, es=spanish.replace("Un refugio", "Un [refugio](y.md)"))
    assert not repository.sync("huts").is_refused
    repository.commit(en=text.replace("(x.md)", "(v.md)").replace("(y.md)", "(w.md)"))
    found = check(repository.page)
    assert {finding.code for finding in found} == {"T007"}
    assert all(finding.hint.startswith(PROPAGATE) for finding in found)
    bench = Workbench.of(repository.project.tree)
    propagate.apply(repository.root, propagate.plan(bench))
    assert check(repository.page) == []


def test_what_english_has_more_is_added_by_hand(repository: Repository) -> None:
    """No command puts an include, a block or a link into a translation."""
    added = f"{INCLUDE}\n\n{INCLUDE.replace('hl[2]', 'hl[1]')}\n\n[more](x.md)"
    found = check(repository.change("en", INCLUDE, added).page)
    assert {finding.code for finding in found} == {"T004", "T007"}
    assert not any("propagate" in finding.hint for finding in found)
