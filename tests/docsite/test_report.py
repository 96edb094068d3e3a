"""Findings as text, JSON and annotations, and the exit status."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.docsite import report
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Finding, Location, Severity

BROKEN = Finding(Location("docs/en/b.md", 12), "L001", "there is no page 'c.md'", "mend the link")
ODD = Finding(Location("docs/en/b.md", 3), "H002", "two blank lines", severity=Severity.WARNING)
OTHER = Finding(Location("docs/en/a.md", 7), "L001", "there is no page 'd.md'", "mend it")


def test_text_is_grouped_by_file_and_sorted_by_line() -> None:
    """A person sees each file once, its findings in order, the remedy below, a sum at the end."""
    assert report.as_text([BROKEN, ODD, OTHER, BROKEN]) == (
        "docs/en/a.md\n"
        "  docs/en/a.md:7 error L001 there is no page 'd.md'\n"
        "    → mend it\n"
        "\n"
        "docs/en/b.md\n"
        "  docs/en/b.md:3 warning H002 two blank lines\n"
        "  docs/en/b.md:12 error L001 there is no page 'c.md'\n"
        "    → mend the link\n"
        "\n"
        "2 errors, 1 warning in 2 files\n"
    )


def test_text_of_no_findings() -> None:
    """A clean check says so."""
    assert report.as_text([]) == "nothing found\n"


def test_the_sum_counts_in_words() -> None:
    """One is singular, none is not told."""
    assert report.summary([ODD]) == "1 warning in 1 file"
    assert report.summary([BROKEN]) == "1 error in 1 file"


def test_the_caller_colours_the_parts() -> None:
    """Every part comes to `paint` with its role, and the text is made of what it gives."""
    painted = report.as_text([BROKEN], lambda text, role: f"<{role}>{text}</>")
    assert painted == (
        "<path>docs/en/b.md</>\n"
        "  <path>docs/en/b.md:12</> <error>error</> <code>L001</> there is no page 'c.md'\n"
        "    <hint>→ mend the link</>\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_text_of_several_lines_is_indented() -> None:
    """A message or remedy of several lines stays with its finding."""
    text = report.as_text([Finding(Location("a.md"), "X", "one\ntwo", "three\nfour")])
    assert text.startswith("a.md\n  a.md:1 error X one\n      two\n    → three\n      four\n\n")


def test_nothing_in_a_finding_steers_the_terminal() -> None:
    """Escape sequences and marks that turn the text around are shown as codes."""
    text = report.as_text([Finding(Location("a\x1b.md"), "X", "\x1b[31mred\u202e", "\x07ring\r")])
    assert "a\\x1b.md:1 error X \\x1b[31mred\\u202e\n" in text
    assert "→ \\x07ring\\r\n" in text


def test_json_has_stable_keys() -> None:
    """A program finds the same keys in every finding, and text as it is."""
    assert json.loads(report.as_json([BROKEN, ODD])) == [
        {
            "path": "docs/en/b.md",
            "line": 3,
            "code": "H002",
            "message": "two blank lines",
            "hint": "",
            "severity": "warning",
        },
        {
            "path": "docs/en/b.md",
            "line": 12,
            "code": "L001",
            "message": "there is no page 'c.md'",
            "hint": "mend the link",
            "severity": "error",
        },
    ]
    assert "→ é" in report.as_json([Finding(Location("a.md"), "X", "→ é")])
    assert report.as_json([]) == "[]\n"


def test_annotations_are_escaped_for_github() -> None:
    """Line ends, percent signs, and in properties colons and commas, can't break a command."""
    finding = Finding(Location("docs/en/a,b:c%.md", 4), "X:1", "50% of\r\n::error::a, b", "do it")
    assert report.as_github([finding, ODD]) == (
        "::error file=docs/en/a%2Cb%3Ac%25.md,line=4,title=X%3A1::"
        "50%25 of%0D%0A::error::a, b%0A→ do it\n"
        "::warning file=docs/en/b.md,line=3,title=H002::two blank lines\n"
    )
    assert report.as_github([]) == ""


@pytest.mark.parametrize(
    ("findings", "status"), [([], 0), ([ODD], 0), ([ODD, BROKEN], 1), ([OTHER], 1)]
)
def test_only_errors_fail(findings: list[Finding], status: int) -> None:
    """Warnings alone leave the exit status 0."""
    assert report.exit_status(findings) == status


FINDINGS = st.builds(
    Finding,
    st.builds(Location, st.text(), st.integers(1)),
    st.text(),
    st.text(),
    st.text(),
    st.sampled_from(Severity),
)


@given(st.lists(FINDINGS, max_size=5))
def test_every_finding_is_one_command_and_one_object(findings: list[Finding]) -> None:
    """Whatever stands in a finding, GitHub reads one command a line, a program one object."""
    count = len(set(findings))
    commands = report.as_github(findings).split("\n")
    assert len(commands) == count + 1
    assert commands.pop() == ""
    assert all(command.startswith(("::error file=", "::warning file=")) for command in commands)
    assert len(json.loads(report.as_json(findings))) == count


def test_refusing_names_the_first_finding_and_counts_the_rest() -> None:
    """A build stops with the place of the first fault; nothing happens without a fault."""
    report.refuse([])
    with pytest.raises(DocsError) as raised:
        report.refuse([BROKEN, ODD, OTHER])
    assert raised.value.location == OTHER.location
    assert str(raised.value) == (
        "docs/en/a.md:7: there is no page 'd.md'\n  → mend it (2 more: see `docs check`)"
    )
