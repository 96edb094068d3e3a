"""Finding terms in text: English ones by their words, translated ones by the rules of the script.

Where words end depends on the writing: a letter beside a term spoils it in the alphabets and in
katakana, the syllable before it in Hangul (what follows is a particle), and nothing in kanji and
hiragana, which are written without gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

STEM = "*"
"""What stands in a form for any ending of a word: `зависимост*`."""

_GAPLESS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u200c"
_LETTER = f"(?:[^\\W{_GAPLESS}]|[{_MARKS}])"
_KATAKANA, _HANGUL = "[\u30a1-\u30fa\u30fc-\u30ff]", "[\uac00-\ud7af]"
_BORDERS: tuple[tuple[str, str, str], ...] = (
    (_KATAKANA, _KATAKANA, _KATAKANA),
    (_HANGUL, _HANGUL, ""),
    (f"[{_GAPLESS}]", "", ""),
    (_LETTER, _LETTER, _LETTER),
)
"""For characters at the end of a term, what may stand neither before it nor behind it."""
_ENGLISH_WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*|[][().,:;!?]")


@dataclass(frozen=True, slots=True)
class Form:
    """A translation as a glossary has it, `*` standing for any ending of a word."""

    text: str

    def __str__(self) -> str:
        """Return the form for people, without its marks."""
        return self.text.replace(STEM, "")

    def find(self, text: str) -> int | None:
        """Return where the form stands in a text that `folded` has made; None where it does not."""
        start, pattern = _compiled(self.text)
        if start not in text:
            return None
        match = pattern.search(text)
        return match.start() if match else None


def folded(text: str) -> str:
    """Return the text so that letter case makes no difference, its lines kept."""
    return text.lower().replace("i\u0307", "i").replace("’", "'")


@lru_cache(maxsize=4096)
def _compiled(form: str) -> tuple[str, re.Pattern[str]]:
    """Return what any occurrence starts with, and the pattern of the form."""
    words = [word for word in folded(form).split() if word]
    parts = [f"{_LETTER}*".join(map(re.escape, word.split(STEM))) for word in words]
    before = _border(words[0][0], 1)
    after = "" if words[-1].endswith(STEM) else _border(words[-1][-1], 2)
    pattern = (f"(?<!{before})" if before else "") + r"\s+".join(parts)
    return words[0].split(STEM)[0], re.compile(pattern + (f"(?!{after})" if after else ""))


def _border(char: str, side: int) -> str:
    """Return what may not stand beside the character, before it (1) or behind it (2)."""
    return next((border[side] for border in _BORDERS if re.match(border[0], char)), "")


def english_words(text: str) -> tuple[str, ...]:
    """Return the words of an English text in small letters, with the marks between them."""
    return tuple(_ENGLISH_WORD.findall(text.lower()))


@dataclass(frozen=True)
class Phrases:
    """English terms that are found word by word, the longest first: each word counts once."""

    terms: Iterable[str]
    _known: dict[str, list[tuple[tuple[str, ...], str]]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Sort the terms by their first word."""
        known: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for term in self.terms:
            for words in _numbers(tuple(term.lower().split())):
                known.setdefault(words[0], []).append((words, term))
        for entries in known.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        object.__setattr__(self, "_known", known)

    def find(self, words: Sequence[str]) -> Iterator[tuple[str, int, int]]:
        """Yield each term in `english_words`, its first word and the one behind it, every time."""
        known, behind = self._known, 0
        for index in [index for index, word in enumerate(words) if word in known]:
            if index < behind:
                continue
            for wanted, term in known[words[index]]:
                if tuple(words[index : index + len(wanted)]) == wanted:
                    behind = index + len(wanted)
                    yield term, index, behind
                    break


def terms_in(terms: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the terms that stand in `english_words`, each once."""
    return tuple(dict.fromkeys(term for term, *_ in _phrases(terms).find(words)))


def place_of(term: str, text: str, terms: tuple[str, ...]) -> tuple[int, int] | None:
    """Return where an English text has one of the terms first, and where it ends; None if not."""
    words = [*_ENGLISH_WORD.finditer(text.lower())]
    for found, first, behind in _phrases(terms).find([word[0] for word in words]):
        if found == term:
            return words[first].start(), words[behind - 1].end()
    return None


@lru_cache
def _phrases(terms: tuple[str, ...]) -> Phrases:
    return Phrases(terms)


def _numbers(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return a term in singular and plural."""
    *rest, last = words
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        plural = f"{last[:-1]}ies"
    else:
        plural = f"{last}es" if last.endswith(("s", "x", "ch", "sh")) else f"{last}s"
    return words, (*rest, plural)
