"""`python -m scripts.engine ROOT TARGET CODE [ADDRESS]` builds one language into a folder.

The live server runs it in a process of its own for each language that a browser asks for.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from scripts.docsite.errors import DocsError
from scripts.engine import driver


def main(root: str, target: str, code: str) -> int:
    """Build the language `code` below `target`; return the exit status, errors on stderr."""
    try:
        results = driver.build_into(Path(root), Path(target), [code])
        driver.check(results, strict=False)
    except DocsError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    if len(sys.argv) > 4:
        os.environ["SITE_URL"] = sys.argv[4]
    sys.exit(main(*sys.argv[1:4]))
