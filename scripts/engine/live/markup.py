"""What the live server adds to pages: the script that follows them, and what is wrong with them."""

from __future__ import annotations

import html
import string
from pathlib import Path

from scripts.engine.builds.problems import Problem
from scripts.engine.live.answers import Answer

_ALONE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>$title</title>
</head>
<body style="margin: 0">
<main class="alone">$problem</main>
</body>
</html>
"""


def followed(answer: Answer) -> bytes:
    """Return the page with the script that follows it; a page that is lost shows why."""
    body = answer.body
    if answer.lost and answer.problem is not None:
        body = alone(answer.problem).encode()
    known = answer.problem.id if answer.lost and answer.problem else ""
    mark = f'<meta name="docs-live" content="{answer.version} {known}">'.encode()
    script = b"<script>" + (Path(__file__).with_name("client.js")).read_bytes() + b"</script>"
    head, found, rest = body.partition(b"</head>")
    if not found:
        return body + mark + script
    body, end, tail = (head + mark + found + rest).rpartition(b"</body>")
    return (body + script + end + tail) if end else tail + script


def plain(page: bytes) -> bytes:
    """Return the page without what `followed` added."""
    head, _, rest = page.partition(b'<meta name="docs-live"')
    page = head + rest.partition(b">")[2] if rest else head
    body, _, tail = page.rpartition(b"<script>")
    return body + tail.partition(b"</script>")[2]


def shown(problem: Problem, *, lost: bool) -> str:
    """Return the problem as a browser shows it over its page, or in the place of the page."""
    template = Path(__file__).with_name("problem.html").read_text(encoding="utf-8")
    note = (
        "There is no good state of this page yet. It appears as soon as this is mended."
        if lost
        else "Behind this is the last good state. The page loads again as soon as this is mended."
    )
    hint = f"<p>→ {html.escape(problem.hint)}</p>" if problem.hint else ""
    where = f'<code class="where">{html.escape(problem.where)}</code>' if problem.where else ""
    return string.Template(template).substitute(
        title="This can't be shown as it is written",
        where=where,
        message=html.escape(problem.message),
        hint=hint,
        note=note,
    )


def alone(problem: Problem) -> str:
    """Return a whole page that shows nothing but the problem."""
    title = html.escape(problem.where or "Error")
    return string.Template(_ALONE).substitute(title=title, problem=shown(problem, lost=True))
