"""Code blocks highlighted once: nearly all of them are the same in every language.

They are kept in memory alone, which forked processes share; what companions highlight they hand
over. A page that is known as a whole needs none of them.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from pygments.formatters.html import HtmlFormatter  # type: ignore[import-untyped]
from pymdownx.highlight import Highlight  # type: ignore[import-untyped]

from scripts.engine.store.digests import digest

LIMIT = 8192
"""How many code blocks are kept: those that come first, for languages show them in one order.

Inline code, an element, never is.
"""

_known: dict[bytes, str] = {}


_sheets: dict[tuple[Any, ...], tuple[dict[Any, Any], dict[Any, Any]]] = {}
"""The styles of each kind of formatter, which it works out anew for each block."""


@contextmanager
def remembered() -> Iterator[None]:
    """Let code blocks be taken from memory where they were highlighted before."""
    make, create = Highlight.highlight, HtmlFormatter._create_stylesheet

    @functools.wraps(make)
    def highlight(self: Highlight, *args: Any, **kwargs: Any) -> Any:
        options = {name: value for name, value in vars(self).items() if name != "md"}
        key = digest([repr(options), repr(args), repr(kwargs)])
        if (known := _known.get(key)) is not None:
            return known
        made = make(self, *args, **kwargs)
        if isinstance(made, str) and _follows(self) and len(_known) < LIMIT:
            _known[key] = made
        return made

    def create_once(self: Any) -> None:
        key = (type(self), self.style, self.classprefix)
        if key in _sheets:
            self.ttype2class, self.class2style = map(dict, _sheets[key])
            return
        create(self)
        _sheets[key] = dict(self.ttype2class), dict(self.class2style)

    Highlight.highlight, HtmlFormatter._create_stylesheet = highlight, create_once
    try:
        yield
    finally:
        Highlight.highlight, HtmlFormatter._create_stylesheet = make, create


def count() -> int:
    """Return how many code blocks are known."""
    return len(_known)


def news(count: int) -> dict[bytes, str]:
    """Return the code blocks that became known after the first `count`."""
    return dict(itertools.islice(_known.items(), count, None))


def take(blocks: Mapping[bytes, str]) -> None:
    """Know code blocks that another process has highlighted, as far as there is room for them."""
    new = ((key, block) for key, block in blocks.items() if key not in _known)
    _known.update(itertools.islice(new, max(LIMIT - len(_known), 0)))


def _follows(highlighter: Highlight) -> bool:
    """Whether a text follows from the arguments alone: a title in HTML is put aside for later."""
    return bool(highlighter.title_mode == "text" and not highlighter.auto_title)
