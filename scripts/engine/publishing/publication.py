"""Where a build goes: a folder of its own first, and then the place of the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from scripts.docsite.errors import DocsError
from scripts.docsite.languages import SOURCE
from scripts.engine.inputs import gate
from scripts.engine.inputs.gate import SITE
from scripts.engine.inputs.standing import FOLDER, Standing
from scripts.engine.publishing import output, previous, spare
from scripts.engine.publishing.previous import Previous
from scripts.engine.publishing.spare import Spare


@contextmanager
def folder(
    root: Path,
    codes: Sequence[str],
    wanted: Sequence[str],
    before: Previous,
    standing: Standing,
) -> Iterator[tuple[Path, Spare]]:
    """Give a folder to build into, and what stands in it.

    It is the spare one where all of it, or one folder of it, is put in place as it is.
    """
    with ExitStack() as stack:
        stack.enter_context(output.told_when_full())
        found = None
        if before is not previous.NOTHING and (len(wanted) == len(codes) or _is_one(wanted)):
            found = stack.enter_context(spare.taken(root, codes, wanted, standing.spare))
        if found is None or found.folder is None:
            found, built = spare.NOWHERE, stack.enter_context(output.staging(root)) / SITE
            built.mkdir()
        else:
            built = found.folder
        yield built, found


def _is_one(wanted: Sequence[str]) -> bool:
    """Return whether one folder of the site is all that is built."""
    return len(wanted) == 1 and SOURCE not in wanted


def publish(root: Path, built: Path, wanted: Sequence[str], codes: Sequence[str]) -> None:
    """Put what was built in the place of what `site/` held of it; the rest stays."""
    gate.forget(root)
    site = root / SITE
    if _is_one(wanted):
        (code,) = wanted
        if output.publish_folder(root, built / code, site / code):
            return
        if built.is_relative_to(root / FOLDER):
            raise DocsError(f"{SITE}/{code}/ vanished while it was built", hint="build again")
    if SOURCE not in wanted:
        _carry_over(site, built, codes)
    keep = [code for code in codes if code not in wanted and code != SOURCE]
    output.publish(root, built, site, keep=keep)


def _carry_over(site: Path, built: Path, codes: Sequence[str]) -> None:
    """Take what `site/` holds of English into a build without English."""
    if not site.is_dir():
        return
    for entry in site.iterdir():
        if entry.name not in codes and not (built / entry.name).exists():
            output.link_tree(entry, built / entry.name)
