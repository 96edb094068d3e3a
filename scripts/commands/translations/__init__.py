"""Commands about translations: how far they are, what is wrong with them, what to record.

Each module holds the commands of one kind, as plain functions; `_COMMANDS` names them all, in the
order in which the help lists them.
"""

from __future__ import annotations

import typer

from scripts.commands.console import DocsGroup
from scripts.commands.translations import (
    catalogues,
    diff,
    drafts,
    impact,
    pseudo,
    records,
    rules,
    status,
    terms,
    work,
)

_COMMANDS = (
    status.status,
    work.todo,
    work.start,
    diff.diff,
    impact.impact,
    pseudo.pseudo,
    rules.check,
    rules.fix,
    rules.silence,
    terms.glossary,
    records.sync,
    records.accept,
    records.propagate,
    catalogues.export,
    catalogues.import_,
    drafts.draft,
    drafts.reviewed,
)

app = typer.Typer(cls=DocsGroup, no_args_is_help=True, help="The translations in docs/<lang>/.")
for command in _COMMANDS:
    app.command(command.__name__.rstrip("_"))(command)
