"""A PostgreSQL server of the tests' own: in a new folder, reached over a socket file in it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "postgres"
"""The name of the superuser in the database; where the tests run as root, the system's, too."""


class Missing(Exception):
    """The reason why no server can be started here."""


def programs() -> Path:
    """Return the folder with the newest PostgreSQL's programs; Debian has it outside of PATH."""
    found = list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return max(found, key=lambda path: int(path.parts[-3])).parent
    if there := shutil.which("initdb"):
        return Path(there).parent
    raise Missing("PostgreSQL is not installed; on Debian: apt-get install postgresql")


@contextmanager
def running() -> Iterator[str]:
    """Start an empty server, and yield the URL of its database as SQLAlchemy reads it."""
    binaries = programs()
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    try:
        become = _owner(folder)

        def run(program: str, *arguments: str) -> None:
            command = [*become, str(binaries / program), f"--pgdata={folder}/data", *arguments]
            with (folder / "output").open("a") as output:
                subprocess.run(command, check=True, cwd=folder, stdout=output, stderr=output)

        run("initdb", "--auth=trust", f"--username={USER}", "--no-sync", "--encoding=UTF8")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        run("pg_ctl", "start", "--wait", f"--log={folder}/log", f"--options={options}")
        try:
            yield f"postgresql+psycopg://{USER}@/postgres?host={folder}"
        finally:
            run("pg_ctl", "stop", "--wait", "--mode=immediate")
    finally:
        shutil.rmtree(folder)


def _owner(folder: Path) -> list[str]:
    """Return what starts a program as the folder's owner: PostgreSQL refuses to run as root."""
    if os.getuid():
        return []
    try:
        user = pwd.getpwnam(USER)
    except KeyError:
        raise Missing(f"PostgreSQL can't run as root, and there is no user {USER}") from None
    os.chown(folder, user.pw_uid, user.pw_gid)
    return ["setpriv", f"--reuid={USER}", f"--regid={user.pw_gid}", "--clear-groups"]
