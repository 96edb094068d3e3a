"""What a model is asked, and how its answer is read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scripts.docsite.errors import DocsError
from scripts.docsite.languages import Language
from scripts.docsite.translations.drafting.masks import Masked
from scripts.docsite.translations.glossary.terms import Term
from scripts.docsite.translations.messages.collecting import Message, keeps_lines

Conversation = list[dict[str, str]]

_RULES = """\
You are a technical writer and a native speaker of {name} ({tag}). You translate the documentation
of a Python web framework from English. Write as people write who work with this in {name}:
plain, exact and friendly, never word by word. Address the reader as the examples do.

- Each message is Markdown. Keep emphasis and links; translate the text of links.
- ⟦1⟧, ⟦2⟧ and so on stand for code and addresses. Each stands in your text exactly once, unchanged,
  wherever the grammar wants it. Write no code, tag or address of your own.
- Translate everything else, and add nothing: no note, no heading, no list item.
- A message is one piece of text: no line of it begins like a heading, a list or a block.
{lines}
Answer with JSON alone: {{"translations": [{{"id": 1, "text": "…"}}]}}, one entry for each message.
"""
_LINES = "- Begin a new line after each sentence of a paragraph, and break lines nowhere else."


def opening(
    language: Language,
    terms: Iterable[Term],
    examples: Sequence[Message],
    messages: Sequence[Message],
    masks: Sequence[Masked],
) -> Conversation:
    """Return the question for one section, with the terms in it and translations around it."""
    lines = _LINES if keeps_lines(language.code) else ""
    rules = [_RULES.format(name=language.name, tag=language.tag, lines=lines)]
    told = [_term(term) for term in terms]
    rules += ["These terms are fixed (inflect them as the grammar wants):", *told] if told else []
    if examples:
        shown = [{"english": m.english, "translation": m.translated} for m in examples]
        rules += ["This is how the site sounds in your language:", _json(shown)]
    wanted = [
        _message(n, m, mask) for n, (m, mask) in enumerate(zip(messages, masks, strict=True), 1)
    ]
    return [
        {"role": "system", "content": "\n".join(rules)},
        {"role": "user", "content": _json({"page": messages[0].key, "messages": wanted})},
    ]


def _term(term: Term) -> str:
    not_so = f"; not {', '.join(map(str, term.avoid))}" if term.avoid else ""
    note = f" ({term.note})" if term.note else ""
    return f"- {term.english}: {', '.join(map(str, term.use))}{not_so}{note}"


def _message(number: int, message: Message, mask: Masked) -> Mapping[str, Any]:
    found: dict[str, Any] = {"id": number, "kind": message.units[0].kind, "text": mask.text}
    if message.own:
        found["translation_of_an_older_text"] = message.translated
    return found


def sent_back(conversation: Conversation, answer: str, faults: Iterable[str]) -> Conversation:
    """Return the conversation with an answer and what is wrong with it."""
    told = "\n".join(f"- {fault}" for fault in faults)
    wish = f"This is not right yet:\n{told}\nMend it, and answer with the whole JSON again."
    return [
        *conversation,
        {"role": "assistant", "content": answer},
        {"role": "user", "content": wish},
    ]


def read(answer: str, masks: Sequence[Masked]) -> tuple[list[str], list[str]]:
    """Return the text of each message, and what is wrong with the answer."""
    try:
        entries = json.loads(answer[answer.index("{") : answer.rindex("}") + 1])["translations"]
        found = {entry["id"]: entry["text"] for entry in entries}
    except (ValueError, KeyError, TypeError):
        return [], [
            'it is not the JSON that was asked for: {"translations": [{"id": …, "text": …}]}'
        ]
    texts, faults = [], []
    for number, mask in enumerate(masks, 1):
        text = found.get(number)
        if not isinstance(text, str) or not text.strip():
            faults.append(f"message {number} is missing")
            continue
        try:
            texts.append(mask.unmasked(text.strip()))
        except DocsError as error:
            faults.append(f"message {number}: {error.message}")
    return texts, faults


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)
