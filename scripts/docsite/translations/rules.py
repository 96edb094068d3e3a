"""The structure rules: what a translated section must have in common with its English section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scripts.docsite.model import Finding, Location, Severity


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """What is compared under a code that never changes."""

    code: str
    title: str
    remedy: str

    def at(
        self, path: str, line: int, message: str, severity: Severity = Severity.ERROR
    ) -> Finding:
        """Return the finding that the rule is broken at a place."""
        return Finding(Location(path, line), self.code, message, self.remedy, severity)


MISSING = Rule("T001", "a section is missing", "translate it; until then readers see it in English")
ORPHAN = Rule("T002", "English has no such section", "remove it, or give it the English id")
HEADINGS = Rule(
    "T003",
    "headings differ",
    "copy level, id and place from the English page",
)
INCLUDES = Rule(
    "T004", "includes differ", "write the lines {* … *} that English has, in the same order"
)
FENCES = Rule("T005", "a code block differs", "copy all but comments from English")
CODE = Rule("T006", "inline code differs", "write each `code` of the English section, and no other")
LINKS = Rule("T007", "link or image targets differ", "link to what the English section links to")
BLOCKS = Rule(
    "T008", "blocks differ", "use the same blocks in the same order; only titles are translated"
)
SHAPE = Rule("T009", "a list or a table has another shape", "write as many items, rows and columns")
HTML = Rule("T010", "there is HTML that English does not have", "remove it, or write Markdown")
ENGLISH = Rule("T011", "text is still in English", "translate it")
COMMENTS = Rule(
    "T012", "a comment differs", "copy it from the English page; only its alt text is translated"
)
FRONT_MATTER = Rule(
    "T013", "the front matter differs", "write the same keys; translate title and description"
)
GLOSSARY = Rule(
    "T014",
    "a term is not that of the glossary",
    "write it as `docs translations glossary` has it, or silence the rule with a reason",
)
MESSAGE = Rule(
    "T015",
    "a message would not be read as it is meant",
    "reword it: what stands in it begins a heading, a list, a block or code",
)
EDITED = Rule(
    "T016",
    "a translation was edited where English has changed, and is not recorded",
    "compare it with `docs translations diff`, then `sync --done` the section",
)

_DECLARED = [value for value in list(globals().values()) if isinstance(value, Rule)]
RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in sorted(_DECLARED)})
"""Every rule by its code."""
