"""Origins in the sync record: kept by whatever writes it, and told where they can't be read."""

from __future__ import annotations

import pytest

from scripts.docsite.errors import DocsError
from scripts.docsite.translations import sync
from scripts.docsite.translations.origins import HUMAN, MACHINE, Origin
from tests.docsite.translations.conftest import ORIGINS, Repository


def test_a_section_without_an_entry_is_human(drafted: Repository) -> None:
    """Older records say nothing of origins, and all they name is people's work."""
    record = drafted.page.record
    assert record is not None
    assert record.origin("huts") == HUMAN
    assert record.origin("beds") == MACHINE
    assert record.origin("recap") == Origin(is_machine=True, reviewer="Aiko")
    assert [str(record.origin(id_)) for id_ in ("huts", "beds", "recap")] == [
        "human",
        "machine",
        "machine, reviewed by Aiko",
    ]


def test_origins_outlive_what_writes_the_record(drafted: Repository) -> None:
    """A sync, an accepted change and a silenced rule keep them."""
    drafted.change("en", "A hut has", "Each hut has").change("es", "Un refugio", "Cada refugio")
    assert not drafted.sync().is_refused
    sync.apply(drafted.root, [sync.silence(drafted.page, "T011", "beds", "a name")])
    assert ORIGINS in drafted.read("es")


def test_an_unknown_origin_is_told(drafted: Repository) -> None:
    """With the line of the record and what can be written."""
    drafted.change("es", "beds: machine\n", "beds: robot\n")
    with pytest.raises(DocsError, match=r"docs/es/huts.md:3: .* unknown origin: robot\n.* `mach"):
        drafted.page  # noqa: B018
