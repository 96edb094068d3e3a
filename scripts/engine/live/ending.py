"""The end of a server: whoever tells it to end, it ends as after Ctrl+C."""

from __future__ import annotations

import signal
import threading

SIGNALS = ("SIGTERM", "SIGHUP")
"""What `kill`, containers and service managers send, and a terminal that is closed."""


def as_interrupted() -> None:
    """Let a signal to end raise `KeyboardInterrupt`, so that nothing is left behind.

    Process 1 of a container, for which the system ends nobody by itself, ends by it at once. Only
    in the main thread, as Python asks; where a signal is ignored, as under `nohup`, it stays so.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for name in SIGNALS:
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)
