"""The systemd unit: complete, and its command starts the app for real."""

from __future__ import annotations

import configparser
import shlex
import shutil
from pathlib import Path

import pytest

from tests.docs_src.deployment.serving import serving

UNIT = "docs_src/deployment/trailhead.service"


@pytest.fixture
def unit(root: Path) -> configparser.ConfigParser:
    """Return the unit's sections; a key that stands twice is an error."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    parser.read(root / UNIT, encoding="utf-8")
    return parser


def test_the_unit_starts_with_the_machine_and_after_a_crash(
    unit: configparser.ConfigParser,
) -> None:
    """systemd starts it at boot, and whenever it has ended."""
    assert unit.sections() == ["Unit", "Service", "Install"]
    assert unit["Install"]["WantedBy"] == "multi-user.target"
    assert unit["Service"]["Restart"] == "always"
    assert unit["Service"]["User"] != "root"


def test_its_command_starts_the_app(
    root: Path, tmp_path: Path, unit: configparser.ConfigParser
) -> None:
    """What stands behind ExecStart serves the app, on this machine only."""
    program, *arguments = shlex.split(unit["Service"]["ExecStart"])
    folder = Path(unit["Service"]["WorkingDirectory"])
    assert Path(program) == folder / ".venv/bin/fastapi"
    shutil.copy(root / "docs_src/deployment/tutorial001.py", tmp_path / "main.py")
    with serving([Path(program).name, *arguments, "--port", "{port}"], tmp_path) as server:
        assert server.get("/huts").status == 200
        assert f"http://127.0.0.1:{server.port}" in server.output
