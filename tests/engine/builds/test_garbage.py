"""When garbage is looked for: where there may be much of it."""

from __future__ import annotations

import gc
import weakref

from scripts.engine.builds import garbage


class _Ring:
    """Something that goes round, and so is only let go when it is looked for."""

    def __init__(self) -> None:
        self.me = self


def test_little_garbage_is_not_worth_a_look() -> None:
    """Until the youngest objects were looked through: who was alive then is old, and would stay."""
    gc.collect()
    gc.disable()
    try:
        ring = weakref.ref(_Ring())
        garbage.let_go()
        assert ring() is not None
        held = ring()
        gc.collect(0)
        del held
        garbage.let_go()
        assert ring() is None
    finally:
        gc.enable()


def test_garbage_is_looked_for_seldom_in_a_build() -> None:
    """And as ever behind it."""
    before = gc.get_threshold()
    with garbage.collected_rarely():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before
