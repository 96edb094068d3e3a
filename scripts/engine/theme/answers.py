"""What a part of a template came out as, found again by asking what it asked.

A part is made from nothing but what it looks up: variables, attributes, links to addresses. These
are its questions. As it always goes the same way as long as the answers are the same, what it came
out as is known where each question, asked again in order, has the answer it had. So a part that
looks at the page is never taken for another page, and nobody has to say what a part looks at.

Answers that are objects are the same only if they are the same object, lists and dicts only if they
hold the same objects. What functions return for the same, what the configuration says, and what is
deeper in what functions and loops go through, is taken not to change while the pages of a language
are made.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field
from enum import IntEnum
from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2 import ChainableUndefined, StrictUndefined, Undefined
from jinja2.runtime import LoopContext
from jinja2.utils import Namespace

_CHANGING = (LoopContext, Namespace)
"""Types of variables that change while the page is made that they belong to."""

_CREDIT = 16
"""How often in a row a part may be looked for in vain before it is looked for no longer."""

_NOW_AND_THEN = 128
"""Each how manyth time it is looked for all the same."""

address: Callable[[Any], int] = object.__hash__
"""Gives what stands for an object by where it is, as `id` does, which hooks are told of."""

Look = Callable[[str], Any]
"""Gives the variable with a name."""


class Kind(IntEnum):
    """What is asked for."""

    NAME = 0
    ATTRIBUTE = 1
    ITEM = 2
    LINK = 3


Ask = Callable[[Kind, Any, Any, Look], Any]
"""Answers a question: its kind, whom it is asked of, for what."""


@dataclass(slots=True)
class _Question:
    """A question that is asked when all before it had their answers."""

    kind: Kind
    subject: Any
    name: Any
    next: dict[Any, Any] = field(default_factory=dict)
    """By the answer, what comes then: another question, or in a `_Made` what was made."""
    kept: list[Any] = field(default_factory=list)
    """The answers themselves: an address in memory stands for an object only while it is there."""


@dataclass(frozen=True, slots=True)
class _Made:
    value: Any


@dataclass
class Trace:
    """What is asked while a part is made."""

    look: Look
    sound: bool = True
    """Whether all that the part looks up is asked."""
    asked: list[tuple[Kind, Any, Any, Any]] = field(default_factory=list)
    _seen: set[tuple[Kind, int, Any]] = field(default_factory=set)

    def note(self, kind: Kind, subject: Any, name: Any, answer: Any) -> None:
        """Note a question; a variable counts that is not of the part's own making."""
        if kind is Kind.NAME:
            if self.look(name) is not answer:
                return
            if isinstance(answer, _CHANGING):
                self.sound = False
        seen = (kind, address(subject), name)
        if seen not in self._seen:
            self._seen.add(seen)
            self.asked.append((kind, subject, name, answer))


@dataclass(slots=True)
class Use:
    """Of how much use it is to look for a part, in whatever language."""

    credit: int = _CREDIT
    """How much oftener it was known than not, of late."""
    calls: int = 0

    def wanted(self) -> bool:
        """Whether to look for it: now and then where it was of no use."""
        self.calls += 1
        return self.credit > 0 or self.calls % _NOW_AND_THEN == 0

    def count(self, *, known: bool) -> None:
        """Count a time that it was looked for."""
        self.credit = min(self.credit + 1, 2 * _CREDIT) if known else max(self.credit - 1, 0)


@dataclass(slots=True)
class Answers:
    """What is known of one part."""

    use: Use
    _first: Any = None

    def find(self, ask: Ask, look: Look, traces: list[Trace]) -> Any:
        """Return what the part comes out as, in a tuple, if that is known.

        What was asked for it is noted in the `traces` of the parts around it.
        """
        at, path = self._first, []
        while type(at) is _Question:
            kind, subject, name = at.kind, at.subject, at.name
            answer = look(name) if kind is Kind.NAME else ask(kind, subject, name, look)
            if traces:
                path.append((kind, subject, name, answer))
            at = at.next.get(answer if type(answer) is str else _identity(answer))
        if at is None:
            self.use.count(known=False)
            return None
        for trace in traces:
            for question in path:
                trace.note(*question)
        self.use.count(known=True)
        return (at.value,)

    def keep(self, trace: Trace, value: Any) -> None:
        """Keep what was made while the trace was taken."""
        steps: list[Any] = []
        at = self._first
        for kind, subject, name, answer in trace.asked if trace.sound else ():
            if at is None:
                at = _Question(kind, subject, name)
                self._put(steps, at)
            if (
                type(at) is not _Question
                or (at.kind, at.name) != (kind, name)
                or (at.subject is not subject)
            ):
                return  # it went another way, so it follows from more than it asked
            key = _identity(answer)
            steps = [at, key, answer]
            at = at.next.get(key)
        if trace.sound and at is None:
            self._put(steps, _Made(value))

    def _put(self, steps: list[Any], new: Any) -> None:
        if not steps:
            self._first = new
            return
        question, key, answer = steps
        question.next[key] = new
        question.kept.append((answer, copy(answer) if type(answer) in (list, dict) else None))


def _identity(answer: Any) -> Any:
    """Return what an answer is known by."""
    known_by = _KNOWN_BY.get(type(answer))
    return address(answer) if known_by is None else known_by(answer)


def _of_list(answer: list[Any]) -> Any:
    return (address(answer), *map(address, answer))


def _of_dict(answer: dict[Any, Any]) -> Any:
    return (address(answer), *answer, *map(address, answer.values()))


_KNOWN_BY: dict[type, Callable[[Any], Any]] = {
    str: str,
    int: lambda answer: (int, answer),
    list: _of_list,
    dict: _of_dict,
    MethodType: lambda answer: (address(answer.__self__), address(answer.__func__)),
    BuiltinMethodType: lambda answer: (address(answer.__self__), answer.__name__),
    Undefined: type,
    ChainableUndefined: type,
    StrictUndefined: type,
}
"""What answers are known by, by their types: those of others, `None` too, by where they are."""
