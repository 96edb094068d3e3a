"""Imported by every Python that a console block starts: it refuses what reaches out of the sandbox.

The folder of this file is put on PYTHONPATH of the command alone.
"""

import os
import sys

_NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo")
_CHANGES = ("os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.rename")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
folder = os.environ.get("DOCSITE_SANDBOX", "")
_REFUSED = "refused in the sandbox of a console block"


def _is_outside(path: object) -> bool:
    if not isinstance(path, (str, bytes)):
        return False
    name = os.fsdecode(path)
    real = os.path.realpath(name)
    inside = real == folder or real.startswith(folder + os.sep)
    return not inside and not name.startswith("/dev/") and "/proc/self/fd/" not in name


def _judge(event: str, args: tuple[object, ...]) -> None:
    if event in _NETWORK and not isinstance(args[1], (str, bytes)):
        raise PermissionError(f"a network connection is {_REFUSED}: {event} {args[1]!r}")
    if event == "socket.getaddrinfo":
        raise PermissionError(f"a network connection is {_REFUSED}: {args[0]!r}")
    if event == "open" and isinstance(args[2], int) and args[2] & _WRITING and _is_outside(args[0]):
        raise PermissionError(f"a write outside the directory is {_REFUSED}: {args[0]!r}")
    if event in _CHANGES and _is_outside(args[0]) and -1 in args[1:]:
        raise PermissionError(f"a change outside the directory is {_REFUSED}: {args[0]!r}")


if folder:
    sys.addaudithook(_judge)
