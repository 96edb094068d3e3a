"""The pictures of this site: each shows what a reader gets who opens the page today."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.capture import taking
from scripts.docsite.screenshots import Picture

ROOT = Path(__file__).resolve().parents[2]
PICTURES = taking.find(ROOT)
TOPICS = sorted({picture.shot.example.partition("/")[0] for picture in PICTURES})


def of_topic(topic: str) -> list[Picture]:
    """Return the pictures of the examples in a folder."""
    return [entry for entry in PICTURES if entry.shot.example.startswith(f"{topic}/")]


@pytest.mark.browser
@pytest.mark.parametrize("topic", TOPICS)
def test_no_picture_has_drifted(topic: str, browser: Browser) -> None:
    """Taken again, each looks the same, in both schemes and densities."""
    found = taking.check(ROOT, browser, of_topic(topic), lambda name: None)
    assert [str(finding) for finding in found] == []


@pytest.mark.browser
def test_a_picture_of_another_page_is_found(tmp_path: Path, browser: Browser) -> None:
    """Put in the place of the right one, it is told with the place that shows it."""
    picture, other = of_topic("metadata")
    for path, wrong in zip(picture.files, other.files, strict=True):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes((ROOT / wrong).read_bytes())
    for shared in (".cache", "docs_src", "scripts", "package.json", "package-lock.json"):
        (tmp_path / shared).symlink_to(ROOT / shared)
    found = list(taking.check(tmp_path, browser, [picture], lambda name: None))
    assert [finding.code for finding in found] == ["S001"] * 4
    assert {finding.location for finding in found} == {picture.places[0]}
