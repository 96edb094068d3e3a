"""A Python that has imported what a command imports first, and forks a child for each command.

`forks.py` starts it as `python server.py DESCRIPTOR MODULE…` and sends it a request with the pipe
for the output. The child runs the command as its own main program and ends as any Python ends.
"""

MAIN = dict(globals())

import sys  # noqa: E402

for name in sys.argv[2:]:
    __import__(name)
IMPORTED = set(sys.modules)

import gc  # noqa: E402
import importlib.machinery  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import socket  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

_SIZE = 1 << 16
_FOLDERS = (("rich", "_IMPORT_CWD"), ("multiprocessing.process", "ORIGINAL_DIR"))
"""Where modules keep the folder that they were imported in."""


def serve(connection: socket.socket) -> tuple[Any, int]:
    """Fork for each request, and tell how the child ends; return in the child alone."""
    gc.freeze()  # what is shared is not touched, and so stays shared
    while True:
        message, descriptors, _, _ = socket.recv_fds(connection, _SIZE, 1)
        if not message:
            raise SystemExit
        child = os.fork()
        if not child:
            os.setsid()
            connection.send(str(os.getpid()).encode())
            connection.close()
            return json.loads(message), descriptors[0]
        os.close(descriptors[0])
        _, status = os.waitpid(child, 0)
        connection.send(str(os.waitstatus_to_exitcode(status)).encode())


def take_over(request: Any, output: int) -> None:
    """Make this process what the command's own would be."""
    for descriptor in (1, 2):
        os.dup2(output, descriptor)
    os.close(output)
    words, folder, environment = request
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    vars(sys.modules["sitecustomize"])["folder"] = folder
    for module, name in _FOLDERS:
        if module in sys.modules:
            setattr(sys.modules[module], name, folder)
    for name in set(sys.modules) - IMPORTED:
        del sys.modules[name]
    sys.path_importer_cache.pop(sys.path[0], None)
    sys.orig_argv, sys.argv = words, words[1:]
    sys.path[0] = "" if sys.argv[0] == "-c" else str((Path.cwd() / sys.argv[0]).parent)


def main_module() -> tuple[str | bytes, str, dict[str, Any]]:
    """Return the source of the main program, its name, and its new, empty module's names."""
    main = type(sys)("__main__")
    names = vars(main)
    names.update(MAIN, __doc__=None)
    if "__annotations__" in names:
        names["__annotations__"] = {}
    sys.modules["__main__"] = main
    if sys.argv[0] == "-c":
        source = sys.argv.pop(1)
        for name in ("__file__", "__cached__"):
            names.pop(name, None)
        names["__loader__"] = importlib.machinery.BuiltinImporter
        return source, "<string>", names
    file = Path.cwd() / sys.argv[0]
    names["__file__"] = str(file)
    names["__loader__"] = importlib.machinery.SourceFileLoader("__main__", str(file))
    return file.read_bytes(), str(file), names


take_over(*serve(socket.socket(fileno=int(sys.argv[1]))))
try:
    text, name, names = main_module()
    exec(compile(text, name, "exec", dont_inherit=True), names)
except Exception as error:
    # Told as Python tells it, without the lines of this file.
    trace = error.__traceback__
    told = error.with_traceback(trace.tb_next if trace else None)
    sys.excepthook(type(told), told, told.__traceback__)
    raise SystemExit(1) from None
