"""The strict reader refuses what the examples must not hold."""

from __future__ import annotations

import pytest

from tests.docs_src.docker.dockerfiles import parse


@pytest.mark.parametrize(
    "text",
    [
        "",
        "WORKDIR /code\n",
        "FROM\n",
        "from python\n",
        "FROM python\nEXPOSE 80\n",
        "FROM python # an image\n",
        "FROM python\nRUN pip install \\\n",
        "FROM python\n  CMD x\n",
    ],
)
def test_what_is_no_dockerfile_is_refused(text: str) -> None:
    """An unknown or incomplete line is an error, and so is a missing start."""
    with pytest.raises(ValueError, match=r"line \d|first instruction"):
        parse(text)


def test_both_forms_of_a_command_are_read() -> None:
    """The exec form is a JSON list, the other one is split at blanks."""
    exec_form, shell_form = parse('FROM python\nCMD ["a", "b c"]\nRUN d e\n')[1:]
    assert (exec_form.words, shell_form.words) == (["a", "b c"], ["d", "e"])
