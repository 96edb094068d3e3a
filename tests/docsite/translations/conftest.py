"""Small git repositories with an English page and its translation, changed commit by commit."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.docsite.model import PageKey
from scripts.docsite.translations import sync
from scripts.docsite.translations.states import Translation, Workbench
from tests.support import Project, make_project

KEY = PageKey("huts.md")
ENGLISH = """\
---
description: How to book a bed in a mountain hut of the club.
---

# Huts { #huts }

A hut has beds. The [map](index.md) shows where each of them is.

{* ../../docs_src/huts/tutorial001.py ln[1:2] hl[2] *}

## Beds { #beds }

Call `beds()` to count the beds that are still free tonight.

```console
// In the folder of the app
$ fastapi dev
```

## Recap { #recap }

* Huts have beds.
* Beds are counted.
"""
SPANISH = """\
---
description: Cómo reservar una cama en un refugio de montaña del club.
---

# Refugios { #huts }

Un refugio tiene camas. El [mapa](index.md) muestra dónde está cada uno.

{* ../../docs_src/huts/tutorial001.py ln[1:2] hl[2] *}

## Camas { #beds }

Llama a `beds()` para contar las camas que quedan libres esta noche.

```console
// En la carpeta de la app
$ fastapi dev
```

## Resumen { #recap }

* Los refugios tienen camas.
* Las camas se cuentan.
"""
ORIGINS = "  origins:\n    beds: machine\n    recap: machine, reviewed by Aiko\n"
EXAMPLE = "first = 1\nsecond = 2\nthird = 3\n"


@dataclass(frozen=True)
class Repository:
    """A project under git; its methods can be chained."""

    project: Project

    @property
    def root(self) -> Path:
        """The project's root."""
        return self.project.root

    def git(self, *arguments: str) -> str:
        """Run git in the project; return what it prints."""
        command = ["git", "-c", "user.name=Mira", "-c", "user.email=mira@huts.example"]
        done = subprocess.run(
            [*command, *arguments], cwd=self.root, check=True, capture_output=True, text=True
        )
        return done.stdout

    def commit(self, **pages: str | None) -> Repository:
        """Write `en=` and `es=` as the page's text, if given, and commit all that changed."""
        self.project.change({f"docs/{code}/{KEY}": text for code, text in pages.items()})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "Change")
        return self

    def change(self, language: str, old: str, new: str) -> Repository:
        """Replace a text of the page, which must be there, and commit."""
        text = self.read(language)
        assert old in text
        return self.commit(**{language: text.replace(old, new)})

    def read(self, language: str) -> str:
        """Return the page in a language."""
        return self.project.read(f"docs/{language}/{KEY}")

    @property
    def page(self) -> Translation:
        """The Spanish page, read anew."""
        found = Workbench.of(self.project.tree).translation("es", KEY)
        assert found is not None
        return found

    @property
    def states(self) -> dict[str, str]:
        """The states of the sections that are not current."""
        return {i: s.value for i, s in self.page.states.items() if s.value != "current"}

    def sync(self, *done: str) -> sync.Change:
        """Record what the Spanish page corresponds to, if no rule is broken.

        The sections `done` say what English says now, though it has changed.
        """
        change = sync.plan(self.page, done)
        sync.apply(self.root, [change])
        return change


@pytest.fixture
def make_repository(tmp_path: Path) -> Callable[[str, str], Repository]:
    """Return a function that makes a repository of an English and a Spanish page."""

    def make(english: str = ENGLISH, spanish: str = SPANISH) -> Repository:
        files = {"docs_src/huts/tutorial001.py": EXAMPLE, ".gitattributes": "* -text\n"}
        repository = Repository(make_project(tmp_path / "repository", files))
        repository.git("init", "-q")
        return repository.commit(en=english, es=spanish)

    return make


@pytest.fixture
def repository(make_repository: Callable[..., Repository]) -> Repository:
    """Return a repository whose translation is recorded and committed."""
    made = make_repository()
    assert not made.sync().is_refused
    return made.commit()


@pytest.fixture
def drafted(repository: Repository) -> Repository:
    """Return a repository with a section of a machine, and one of it that was reviewed."""
    text = repository.read("es")
    return repository.commit(es=text.replace("---\n\n# Refugios", f"{ORIGINS}---\n\n# Refugios"))
