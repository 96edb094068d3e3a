"""Commands that look at the sources: check them, mend them, write the README from them."""

from __future__ import annotations

from typing import Annotated

import typer

from scripts.commands.console import DryRun, Format, root_of, tell, tell_changes
from scripts.docsite import checks, fixes, readme, tree
from scripts.docsite.translations import fixing
from scripts.docsite.translations.states import Workbench


def check(
    ctx: typer.Context,
    form: Annotated[Format, typer.Option("--format", help="How findings are written.")] = (
        Format.TEXT
    ),
    rules: Annotated[bool, typer.Option("--list", help="List what is checked, and stop.")] = False,
) -> None:
    """Look for everything that is wrong with the sources; change nothing."""
    if rules:
        for rule in checks.RULES.values():
            told = f" ({rule.command})" if rule.command else ""
            typer.echo(f"{rule.code}  {rule.title}{told}\n      → {rule.remedy}")
        return
    # What the commands need is only loaded where their names are compared.
    from scripts.commands import installed

    root = root_of(ctx)
    known = installed.commands(root, ctx.find_root().command)
    tell(checks.run(tree.survey(root), known), form)


def fix(
    ctx: typer.Context,
    dry_run: DryRun = False,
) -> None:
    """Mend what is certain, such as missing ids and what translations take over, and tell it."""
    root = root_of(ctx)
    planned = fixes.plan(tree.survey(root))
    if not dry_run:
        fixes.apply(root, planned)
    translated = fixing.plan_readable(Workbench.of(tree.survey(root)))
    if not dry_run:
        fixing.apply(root, translated)
    in_translations = fixing.told(translated) if translated else ()
    tell_changes((*fixes.told(planned), *in_translations), dry_run=dry_run)


def generate_readme(ctx: typer.Context) -> None:
    """Write the introduction of README.md from the home page."""
    root = root_of(ctx)
    changed = readme.generate(root)
    typer.echo(f"{readme.FILE} is {'written' if changed else 'up to date'}")


def verify_readme(ctx: typer.Context) -> None:
    """Tell whether the introduction of README.md is that of the home page."""
    tell(readme.verify(root_of(ctx)))
