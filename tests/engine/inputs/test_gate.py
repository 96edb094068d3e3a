"""How inputs and output stand, told by the stats of files."""

from __future__ import annotations

from pathlib import Path

from scripts.engine.inputs import gate


def write(root: Path, *names: str) -> None:
    """Write files of a site."""
    for name in names:
        path = root / gate.SITE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_what_was_built_of_some_languages_is_looked_at_alone(tmp_path: Path) -> None:
    """The entries of the others are taken over, in their order; with English all are looked at."""
    write(tmp_path, "a.html", "es/a.html", "es/b/a.html", "es-x.html", "fr/a.html", "z.html")
    before = gate.output_entries(tmp_path)
    assert len(before) == 6
    (tmp_path / "site/es/a.html").unlink()
    write(tmp_path, "es/b/c.html", "es/b-c.html")
    now = gate.output_entries(tmp_path)
    assert now != before
    assert gate.output_entries(tmp_path, before, {"es"}) == now
    write(tmp_path, "fr/b.html")
    assert gate.output_entries(tmp_path, before, {"es"}) == now
    assert gate.output_entries(tmp_path, before, {"es", "en"}) == gate.output_entries(tmp_path)
