"""What builds warned of."""

from __future__ import annotations

from scripts.engine.builds.messages import merged


def test_what_languages_have_alike_is_told_once() -> None:
    """With the languages; as often as one of them has it."""
    told = [
        ("en", ("a: x", "a: x", "b: y")),
        ("es", ("a: x", "c: z")),
        ("fa", ("a: x", "b: y")),
    ]
    assert merged(told) == ("all languages: a: x", "en: a: x", "en, fa: b: y", "es: c: z")
    assert merged(told[1:2]) == ("es: a: x", "es: c: z")
