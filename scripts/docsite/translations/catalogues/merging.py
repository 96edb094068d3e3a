"""Writing a catalogue anew: what stands in the old file, and in no page yet, is kept.

A section gets into its page when all its messages are done. Until then their texts are in the file
alone.
"""

from __future__ import annotations

import difflib

import polib

_NEAR = 0.6
"""How much of two English texts, of 1, is the same where one may have become the other."""


def carry(old: polib.POFile, new: polib.POFile) -> int:
    """Carry texts of an old catalogue into a new one that has them not; return how many.

    Those that were obsolete already do not count. A text goes to the message that says the same in
    English, where that has none, or has one from before English changed. It goes to one that says
    about the same, and is in doubt. Else it is an obsolete entry.
    """
    said = {_normal(entry.msgstr) for entry in new}
    lost = [entry for entry in old if entry.msgstr and _normal(entry.msgstr) not in said]
    for entry in lost:
        same, there = _same(entry, new), _there(entry, new)
        if same is not None and (not same.msgstr or _is_answered(entry, same)):
            same.msgstr, same.flags = entry.msgstr, [*entry.flags]
            same.previous_msgid, same.previous_msgctxt = entry.previous_msgid, None
        elif there is not None and not there.msgstr and _is_near(entry, there):
            there.msgstr, there.flags = entry.msgstr, ["fuzzy"]
            there.previous_msgid = entry.msgid
        else:
            context = f"{_section(entry)}:gone"
            texts = {"msgctxt": context, "msgid": entry.msgid, "msgstr": entry.msgstr}
            new.append(polib.POEntry(**texts, obsolete=True))
    return sum(not entry.obsolete for entry in lost)


def _same(entry: polib.POEntry, new: polib.POFile) -> polib.POEntry | None:
    """Return the message of the entry's section that says the same in English."""
    said = _normal(entry.msgid)
    near = (e for e in new if not e.obsolete and _section(e) == _section(entry))
    return next((e for e in near if _normal(e.msgid) == said), None)


def _there(entry: polib.POEntry, new: polib.POFile) -> polib.POEntry | None:
    """Return the message that stands where the entry's did."""
    return next((e for e in new if not e.obsolete and e.msgctxt == entry.msgctxt), None)


def _is_answered(entry: polib.POEntry, message: polib.POEntry) -> bool:
    """Whether an entry is what somebody made of a message in doubt, of which English changed."""
    has_changed = message.previous_msgid and message.previous_msgid != message.msgid
    return message.fuzzy and bool(has_changed) and not (entry.fuzzy or entry.obsolete)


def _is_near(entry: polib.POEntry, message: polib.POEntry) -> bool:
    """Whether a message says about what an entry does."""
    pair = entry.msgid.split(), message.msgid.split()
    return difflib.SequenceMatcher(None, *pair, autojunk=False).ratio() >= _NEAR


def _section(entry: polib.POEntry) -> str:
    """Return page and section of a message: what its context says but for the number."""
    return (entry.msgctxt or "").rpartition(":")[0]


def _normal(text: str) -> str:
    return " ".join(text.split())
