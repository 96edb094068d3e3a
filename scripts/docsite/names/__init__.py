"""Names in pages: objects of FastAPI and its relatives, their releases, and commands.

What is marked as code and looks like one of them is one: it resolves, it exists, the installed
command knows it. Objects that the reference documents lead there, without anybody typing a link.
"""

from __future__ import annotations

from scripts.docsite.names.checking import Known, check, check_exceptions
from scripts.docsite.names.command_lines import Command
from scripts.docsite.names.exceptions import FILE
from scripts.docsite.names.reference import Reference

__all__ = ["FILE", "Command", "Known", "Reference", "check", "check_exceptions"]
