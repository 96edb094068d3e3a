"""The rules of `docs check` and its relatives: codes that never change, titles and remedies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from scripts.docsite.model import Finding, Location, Severity
from scripts.docsite.translations import rules as translations


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """What is checked under a code."""

    code: str
    title: str
    remedy: str
    severity: Severity = Severity.ERROR
    command: str = ""
    """The command that tells it, where `docs check` does not."""

    def at(self, path: str, line: int, message: str, hint: str = "") -> Finding:
        """Return the finding that the rule is broken at a place."""
        place = Location(path, line)
        return Finding(place, self.code, message, hint or self.remedy, self.severity)


UNREADABLE = Rule("P001", "a file can't be read", "save it in the encoding UTF-8")
FRONT_MATTER = Rule("P002", "front matter is no YAML mapping", "write lines of `key: value`")
STRUCTURE = Rule("P003", "a code block, block or comment is not closed", "close it")
DESCRIPTION = Rule(
    "P004",
    "an English page has no description",
    "add `description: one good sentence` to its front matter",
)
UNKNOWN_FOLDER = Rule(
    "P005",
    "a folder below docs/ is no registered language",
    "register it with `docs new-lang CODE`, or move it away",
)
CONFLICT = Rule(
    "P007",
    "a conflict of git is not settled",
    "keep what is right, without the marks; a code block that shows such marks is to be indented",
)
HEADING_ID = Rule("P010", "a heading has no id", "write it behind the text: ## Text { #id }")
DUPLICATE_ID = Rule("P011", "an id stands in a page twice", "give one of them another id")
NO_TITLE = Rule("P012", "a page has no title", "start it with a line `# Title { #id }`")
SECOND_TITLE = Rule("P013", "a page has several titles", "write `##` for a section")
LEVEL_JUMP = Rule("P014", "a heading skips a level", "write one `#` more than the one above it")
MISREAD = Rule(
    "P015", "a line looks like a block or an include, but is none", "see CONTRIBUTING.md for both"
)
UNKNOWN_BLOCK = Rule("P016", "a block is of no known kind", "mend the kind, or indent the text")
PYTHON = Rule("P017", "a Python code block does not compile", "mend it, or name another language")
HIGHLIGHT = Rule(
    "I003",
    "a range marks or cuts out other lines than recorded",
    "look at the page; if it is right, `docs examples update` records it",
)
ID_FORM = Rule(
    "P026",
    "an id is not made of small letters, digits and hyphens",
    "write it so: #two-words",
)
ORPHAN_TRANSLATION = Rule(
    "P020",
    "a translation has no English page",
    "move it to the page that English has instead, and say so in data/redirects.yml; or remove it",
)
NEVER_TRANSLATED = Rule(
    "P021",
    "a page that is never translated has a translation",
    "remove it, or take the page off the list in data/languages.yml",
)
NEVER_THERE = Rule(
    "P028",
    "what is never translated is no page and no folder",
    "mend the entry, a folder with a / at the end, or remove it",
)
LONG_DESCRIPTION = Rule(
    "P030",
    "a description is longer than search results show",
    "say it in fewer words",
    Severity.WARNING,
)
RECORD = Rule(
    "P025",
    "a translation's sync record can't be read",
    "restore its front matter, or remove `sync` and run `docs translations sync`",
)
BROKEN_PAGE_LINK = Rule("L001", "a link leads to no page", "mend the path")
BROKEN_FILE_LINK = Rule("L002", "a link or an image leads to no file", "mend the path")
BROKEN_ANCHOR = Rule("L003", "a link leads to no heading or anchor", "mend what stands behind #")
OWN_SITE = Rule(
    "L004", "a link names the site itself", "link to the page's file, from this page: ../page.md"
)
PAGE_ADDRESS = Rule(
    "L005", "a link names a page by its address", "link to the page's file, from this page"
)
NO_LINK_TEXT = Rule("L006", "a link has no text or no target", "write both: [text](page.md)")
NO_ALTERNATIVE = Rule(
    "L007",
    "an image has no alternative text",
    'say what it shows: ![text](image.png); decoration is <img alt="">',
)
NO_DEFINITION = Rule(
    "L008",
    "a reference names no target",
    r"write [text](page.md); where the bracket begins no link, \[ with a backslash",
)
NO_NOTE = Rule(
    "L009",
    "a footnote has no note",
    r"write [^name]: and the note; where the bracket begins no footnote, \[ with a backslash",
)
UNUSED_NOTE = Rule("L010", "no footnote leads to a note", "write [^name] in the text, or remove it")
TRAILING_SPACE = Rule("W001", "a line ends with blanks", "`docs fix` removes them")
TAB = Rule("W002", "a line holds a tab outside a code block", "`docs fix` makes blanks of it")
CARRIAGE_RETURN = Rule("W003", "a file has carriage returns", "`docs fix` removes them")
FINAL_NEWLINE = Rule("W004", "a file does not end with a line end", "`docs fix` adds it")
BYTE_ORDER_MARK = Rule("W005", "a file has a byte order mark", "`docs fix` removes it")
UNSEEN_CHARACTER = Rule(
    "W006",
    "a line holds a character that can't be seen",
    "write what was meant, or remove it",
)
NOT_IN_NAV = Rule("N001", "a page is not in the navigation", "add it to `nav` in mkdocs.yml")
NO_NAV_PAGE = Rule("N002", "an entry of the navigation has no page", "write it, or mend the entry")
CONFIGURATION = Rule("N003", "mkdocs.yml can't be read", "mend the line")
TWICE_IN_NAV = Rule(
    "N005", "a page is in the navigation twice", "keep one: readers go on from one place"
)
NO_RESOURCE = Rule(
    "N006",
    "a file that every page loads is not there",
    "write its path below docs/en/, or remove the entry",
)
OTHER_HOST = Rule(
    "N007",
    "pages would load a file from another host",
    "put the file below docs/en/, and write its path from there",
)
NO_MESSAGE = Rule(
    "M001", "a message is not translated", "copy it from data/messages/en.yml and translate it"
)
UNKNOWN_MESSAGE = Rule("M002", "a message is unknown to the site", "mend its name, or remove it")
PLACEHOLDER = Rule(
    "M003", "a message lacks a placeholder, or has another", "write the {…} that English has"
)
MESSAGE_FILE = Rule("M004", "a file of messages is not right", "mend it")
GLOSSARY_FILE = Rule("M005", "a glossary can't be used", "name it after a language, and mend it")
NO_ABBREVIATION = Rule(
    "M006",
    "an abbreviation is not explained",
    "say what it means, as data/abbreviations/en.yml does",
)
UNKNOWN_ABBREVIATION = Rule(
    "M007", "an abbreviation is not among those of English", "mend it, or explain it in English too"
)
ABBREVIATION_FILE = Rule("M008", "a file of abbreviations is not right", "mend it")
REDIRECT_FILE = Rule("R000", "data/redirects.yml can't be read", "mend the line")

DATA_FILE = Rule("D001", "a data file can't be read", "mend the line")
NAMES_FILE = Rule("K000", "the list of names or of releases can't be read", "mend the line")


_variant = partial(Rule, command="docs examples variants --check")
_run = partial(Rule, command="docs examples update")

# Rules of other rooms.
_NAME = "mend it; where it means something else, say so in data/names.yml"
OF_OTHER_ROOMS = (
    Rule("D002", "a data file breaks its schema", "write what data/schemas/ asks for"),
    Rule("D003", "an address is not fit to be linked to", "give a plain https:// address"),
    Rule("D004", "an entry is there twice", "keep one of them"),
    Rule("D005", "entries are not sorted", "sort them, the highest first"),
    Rule("D006", "a page's data can't be filled in", "mend what the page asks for"),
    Rule("E001", "no English page shows an example", "include it in a page, or remove it"),
    Rule("E002", "no test names an example", "write a test that says EXAMPLE = …"),
    Rule("I001", "an include can't be shown", "mend the path or the range"),
    Rule("I002", "a range starts or ends with a blank line", "move it to the lines that are meant"),
    Rule("K001", "a name marked as code is no object of FastAPI or its relatives", _NAME),
    Rule("K002", "there is no such release of FastAPI", _NAME),
    Rule("K003", "the installed command knows no such command or option", _NAME),
    Rule("K004", "an exception for a name is of no use", "mend the place, or remove it"),
    Rule("M009", "the theme or the search knows no such language", "mend it in data/languages.yml"),
    Rule("N004", "the introduction of README.md is not up to date", "run `docs generate-readme`"),
    Rule("P006", "a file would be overwritten in the built site", "give it another name"),
    Rule("P018", "the picture of a screenshot is missing", "make it with `docs screenshots`"),
    Rule("P019", "a screenshot can't be made as it is written", "mend the comment"),
    Rule("P024", "no page shows a picture of a screenshot", "remove it"),
    Rule("P027", "a setting of a page is not of its kind", "write it as the theme reads it"),
    Rule("P029", "a file is left out of the built site", "give its folder another name"),
    Rule("R001", "a redirect's source is no page's path", "write the path that the page had"),
    Rule("R002", "a redirect's source is a page", "remove the redirect, or the page"),
    Rule("R003", "two redirects have one address", "keep one of them"),
    Rule("R004", "a redirect's target is no page and no https:// address", "mend the target"),
    Rule("R005", "a redirect's target has no such anchor", "mend what stands behind #"),
    Rule("R006", "redirects lead in a circle", "let one of them lead to a page"),
    Rule("R007", "a redirect leads to a redirect", "name the last target"),
    Rule("R008", "a redirect's source is below a language", "write its path below docs/en"),
    Rule(
        "S001",
        "a picture shows something else than the page",
        "take it again with `docs screenshots`, and look at it",
        command="docs screenshots --check",
    ),
    Rule(
        "U001",
        "a text of the site escapes translation",
        "take it from data/messages/, or mark it with lang where it has to be English",
        command="docs translations pseudo",
    ),
    _variant("V001", "a plain form is missing", "run `docs examples variants`"),
    _variant("V002", "a plain form is not the derived one", "run `docs examples variants`"),
    _variant("V003", "a plain form can't be derived", "write the Annotated form otherwise"),
    Rule("V004", "an exception for a plain form is of no use", "mend the name, or remove it"),
    _variant("V005", "a plain form has a file too many", "remove it"),
    Rule("X001", "a block shows an output that nothing produces", "bind it, or say why not"),
    Rule("X002", "a block is bound to no example", "mend the path, or write the example"),
    Rule("X003", "an example has not the app that a block names", "mend the name"),
    Rule("X004", "a block can't be read", "mend the line"),
    Rule("X005", "one session has several apps", "give each its own session"),
    Rule(
        "X101",
        "an output is not what the example gives",
        "`docs examples update` puts what is real into every language",
        command="make test",
    ),
    _run("X102", "an example exits", "raise an HTTPException or return a response"),
    _run("X103", "an example uses the network", "use a file, SQLite, or an object in memory"),
    _run("X104", "an example writes outside its directory", "write to a relative path"),
    _run("X105", "an example starts or signals a process", "show a command with run= instead"),
    _run("X106", "an example leaves a thread running", "end it in the lifespan function"),
    _run("X107", "an example changes the environment", "read settings from it, and set none"),
    _run("X108", "an example does not end in time", "stop a stream after a few parts"),
    _run("X109", "an example can't be loaded or started", "run the file to see the error"),
    _run("X110", "the forms of an example do not answer alike", "mend the one that is wrong"),
    _run("X111", "a command ends otherwise than shown", "mend the example, or say exit="),
    *(Rule(rule.code, rule.title, rule.remedy) for rule in translations.RULES.values()),
)

_DECLARED = [value for value in list(globals().values()) if isinstance(value, Rule)]
RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.code: rule for rule in sorted([*_DECLARED, *OF_OTHER_ROOMS])}
)
"""Every rule by its code."""
