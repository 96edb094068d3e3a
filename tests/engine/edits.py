"""A small site with a bit of everything, and edits of all that its pages are made from."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import yaml

from tests.engine.conftest import NAV, PAGES, Site, configuration
from tests.support import LANGUAGES, REPOSITORY, make_project

HOOKS = ("translations", "screenshots", "admonitions", "abbreviations")
INCLUDED = "docs_src/huts/tutorial001.py"
SCHEMA = (REPOSITORY / "data/schemas/skip_users.json").read_text(encoding="utf-8")
EXTRA = {
    INCLUDED: "beds = 12\n",
    "docs/en/code.md": "# Code { #code }\n\n{* ../../docs_src/huts/tutorial001.py *}\n\n"
    "```python\n{! ../../docs_src/huts/tutorial001.py !}\n```\n",
}
MORE = {
    "docs/en/status.md": "---\ndata: [translation_status, skip_users]\n---\n\n"
    "# Status { #status }\n\n{{ translation_status }}\n\n{{ skip_users }}\n",
    "docs/en/words.md": "# Words { #words }\n\n/// note\n\nSee [the beds][beds].\n\n///\n\n"
    "## Many `words` { #many }\n\nOf [API][].\n",
    "docs/es/words.md": "# Palabras { #words }\n\n/// note\n\nMira [esto][many].\n\n///\n",
    "data/skip_users.yml": "- one\n",
    "data/schemas/skip_users.json": SCHEMA,
    "data/redirects.yml": "old.md: huts/index.md#huts\n",
    "data/abbreviations/en.yml": "All: each of them\nAPI: an interface\n",
    "data/abbreviations/es.yml": "Todos: cada uno\n",
}


def make_history(root: Path) -> Site:
    """Return the site before any edit, in a new folder."""
    nav = [*NAV, "code.md", {"Signs": [{"Words": ["words.md"]}, "status.md"]}]
    config = yaml.safe_load(configuration(nav))
    config["theme"]["features"] += ["navigation.prune", "navigation.tabs", "navigation.path"]
    config["theme"]["custom_dir"] = "overrides"
    config["hooks"] += [str(REPOSITORY / "scripts/hooks" / f"{name}.py") for name in HOOKS]
    config["plugins"] += ["typeset", "autorefs"]
    config["markdown_extensions"] += ["abbr"]
    text = yaml.safe_dump(config, sort_keys=False)
    site = Site(make_project(root, {"mkdocs.yml": text, **PAGES, **EXTRA, **MORE}))
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    return site


EDITS = (
    "english text",
    "spanish text",
    "english title",
    "spanish title",
    "included file",
    "translate a page",
    "start a translation",
    "drop a translation",
    "add a page",
    "remove a page",
    "navigation order",
    "site name",
    "message",
    "broken link",
    "mend link",
    "asset",
    "nothing",
)
RARE_EDITS = (
    "heading",
    "front matter",
    "code in a title",
    "move a page",
    "data",
    "template",
    "configuration",
    "add a language",
    "drop a language",
    "redirect",
    "cross-reference",
    "note",
    "abbreviation",
)


def edit(site: Site, kind: str, number: int) -> None:
    """Make one edit of the kind; `number` makes its text differ from the ones before."""
    root = site.root
    spanish = root / "docs/es/huts/alpenrose.md"
    added = root / "docs/en/added.md"
    files: dict[str, str | bytes | None] = {}
    match kind:
        case "english text":
            files["docs/en/huts/alpenrose.md"] = (
                f"# Alpenrose {{ #alpenrose }}\n\n## Beds {{ #beds }}\n\nBeds: {number}.\n"
            )
        case "spanish text":
            files["docs/es/index.md"] = f"# Inicio {{ #home }}\n\nTexto {number}.\n"
        case "english title":
            files["docs/en/huts/index.md"] = f"# Huts {number} {{ #huts }}\n\nAll huts.\n"
        case "spanish title":
            files["docs/es/huts/index.md"] = f"# Refugios {number} {{ #huts }}\n\nTodos.\n"
        case "included file":
            files[INCLUDED] = f"beds = {number}\n"
        case "translate a page":
            files["docs/es/huts/alpenrose.md"] = (
                f"# Alpenrose {{ #alpenrose }}\n\n## Camas {{ #beds }}\n\n{number}.\n"
            )
        case "start a translation":
            files["docs/es/huts/alpenrose.md"] = (
                "# Alpenrose { #alpenrose }\n\n<!-- translate -->\n\n"
                f"## Beds {{ #beds }}\n\n<!-- translate -->\n\nBeds: {number}.\n"
            )
        case "drop a translation" if spanish.exists():
            files["docs/es/huts/alpenrose.md"] = None
        case "add a page":
            files["docs/en/added.md"] = f"# Added {number} {{ #added }}\n\nText.\n"
        case "remove a page" if added.exists():
            files["docs/en/added.md"] = None
        case "navigation order":
            config = yaml.safe_load((root / "mkdocs.yml").read_text())
            random.Random(number).shuffle(config["nav"])
            files["mkdocs.yml"] = yaml.safe_dump(config, sort_keys=False)
        case "site name":
            config = yaml.safe_load((root / "mkdocs.yml").read_text())
            files["mkdocs.yml"] = yaml.safe_dump(config | {"site_name": f"Site {number}"})
        case "message":
            text = (root / "data/messages/es.yml").read_text()
            key = "page_untranslated"
            lines = [f"{key}: Falta {number}" if x.startswith(key) else x for x in text.split("\n")]
            files["data/messages/es.yml"] = "\n".join(lines)
        case "broken link":
            files["docs/en/reference/api.md"] = f"# API {{ #api }}\n\n[x](added.md) {number}\n"
        case "mend link":
            files["docs/en/reference/api.md"] = "# API { #api }\n\n[x](../added.md)\n"
        case "asset":
            files["docs/en/img/hut.svg"] = (
                f"<svg xmlns='http://www.w3.org/2000/svg' id='h{number}'/>"
            )
        case _:
            files = _edit_more(root, kind, number)
    site.change(files)


def _edit_more(root: Path, kind: str, number: int) -> dict[str, str | bytes | None]:
    """Return the files of an edit of what pages are rarely made from."""
    alpenrose = "# Alpenrose { #alpenrose }\n\n"
    moved = root / "docs/en/huts/moved.md"
    match kind:
        case "heading":
            text = f"{alpenrose}## Beds {number} {{ #b{number % 2} }}\n"
            return {"docs/en/huts/alpenrose.md": text}
        case "front matter":
            head = (
                f"---\ntitle: T{number}\nicon: material/{'bed' if number % 2 else 'home'}\n---\n\n"
            )
            return {"docs/en/huts/alpenrose.md": f"{head}{alpenrose}## Beds {{ #beds }}\n"}
        case "code in a title":
            title = "`Huts`" if number % 2 else "Huts"
            return {"docs/en/huts/index.md": f"# {title} {{ #huts }}\n\nAll.\n"}
        case "move a page" if moved.exists():
            return {"docs/en/huts/moved.md": None, "docs/en/moved.md": moved.read_bytes()}
        case "move a page":
            return (
                {"docs/en/moved.md": None}
                if (root / "docs/en/moved.md").exists()
                else {"docs/en/huts/moved.md": f"# Moved {number} {{ #moved }}\n\n[x](index.md)\n"}
            )
        case "data":
            return {"data/skip_users.yml": f"- user{number}\n"}
        case "template":
            path = "overrides/partials/copyright.html"
            return {path: f"{(REPOSITORY / path).read_text()}<p>{number}</p>\n"}
        case "configuration":
            config = yaml.safe_load((root / "mkdocs.yml").read_text())
            config["theme"]["features"] = ["navigation.indexes", "navigation.footer", "toc.follow"]
            config["copyright"] = f"Copyright {number}"
            return {"mkdocs.yml": yaml.safe_dump(config, sort_keys=False)}
        case "add a language":
            entry = "  fr: {name: français, direction: ltr, theme: fr, search: fr}\n"
            french = f"# Accueil {number} {{ #home }}\n"
            languages = LANGUAGES.replace("  fa:", f"{entry}  fa:")
            return {"data/languages.yml": languages, "docs/fr/index.md": french}
        case "drop a language":
            shutil.rmtree(root / "docs/fr", ignore_errors=True)
            return {"data/languages.yml": LANGUAGES}
        case "redirect":
            return {"data/redirects.yml": f"old.md: code.md\nold{number % 3}.md: words.md#many\n"}
        case "cross-reference":
            links = f"[a][b{number % 2}] [b][many] {number}"
            text = f"# Words {{ #words }}\n\n{links}\n\n## Many {{ #many }}\n"
            return {"docs/en/words.md": text}
        case "abbreviation":
            code = random.Random(number).choice(["en", "es", "fa"])
            return {f"data/abbreviations/{code}.yml": f"All: all {number}\nHome: hut {number}\n"}
        case "note":
            text = f"# Palabras {{ #words }}\n\n/// note\n\nNota {number}.\n\n///\n"
            return {"docs/es/words.md": text}
    return {}
