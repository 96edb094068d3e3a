"""PO files: what is written is read back to the letter, and what is edited obeys the rules."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from scripts.docsite.errors import DocsError
from scripts.docsite.translations import start
from scripts.docsite.translations.catalogues import exporting, importing, reading
from scripts.docsite.translations.states import State, Workbench
from tests.docsite.translations.conftest import KEY, Repository
from tests.docsite.translations.test_commands import run
from tests.support import REPOSITORY, Project

PO = "po/es/huts.po"
CALL = "Call `beds()` to count the beds that are still free tonight."
Edit = Callable[[polib.POFile], object]


def export(project: Project, language: str = "es") -> str:
    """Write the page's PO file; return its text."""
    bench = Workbench.of(project.tree)
    found = exporting.export(bench, bench.tree.languages[language], [KEY], project.root / "new")
    project.change({f"po/{path}": text for path, text in found.files.items()})
    return found.files[f"{language}/huts.po"]


def imported(project: Project, language: str = "es") -> importing.Import:
    """Import the page's PO file; write what may be written."""
    bench = Workbench.of(project.tree)
    lang = bench.tree.languages[language]
    entries = reading.read([project.root / f"po/{language}/huts.po"], lang)
    (found,) = importing.plan(bench, lang, entries)
    importing.apply(bench, [found])
    return found


def edit(project: Project, change: Edit, language: str = "es") -> importing.Import:
    """Export the page, change its PO file as a translator would, and import it."""
    export(project, language)
    path = project.root / f"po/{language}/huts.po"
    file = polib.pofile(str(path))
    change(file)
    file.save()
    return imported(project, language)


def say(msgid: str, msgstr: str) -> Edit:
    """Return the edit that translates a message anew, and is sure of it."""

    def change(file: polib.POFile) -> None:
        entry = file.find(msgid)
        assert entry is not None
        entry.msgstr, entry.flags = msgstr, []

    return change


def test_a_catalogue_says_where_each_message_stands(repository: Repository) -> None:
    """With its kind and state, the code above it, and its places in both languages."""
    text = export(repository.project)
    assert "#. heading (current)\n#: docs/en/huts.md:11\n" in text
    assert 'msgctxt "huts.md#beds:0"\nmsgid "Beds"\nmsgstr "Camas"\n' in text
    spanish = repository.read("es").split("\n").index("## Camas { #beds }") + 1
    assert f"# docs/es/huts.md:{spanish}\n" in text
    repository.change("en", "hl[2] *}\n", "hl[2] *}\n\nSee above.\n")
    text = export(repository.project)
    assert "#. below {* ../../docs_src/huts/tutorial001.py ln[1:2] hl[2] *}\n" in text
    assert "```" not in text
    assert 'msgid "Beds are counted."\nmsgstr "Las camas se cuentan."' in text


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_accepts_a_catalogue(repository: Repository) -> None:
    """Without a warning, a stale message among them."""
    repository.change("en", "A hut has beds.", "A hut has many beds.")
    export(repository.project)
    command = ["msgfmt", "--check", "-o", "/dev/null", str(repository.root / PO)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_page_of_ours_comes_back_to_the_letter(tmp_path: Path) -> None:
    """Nothing changes where nothing was edited; what English has changed since stays in doubt."""
    bench = Workbench.of(Project(REPOSITORY).tree)
    for language in bench.tree.languages.all[1:]:
        pages = bench.translations(language.code)
        current = {page.path for page in pages if {*page.states.values()} == {State.CURRENT}}
        keys = [page.english.key for page in pages]
        files = exporting.export(bench, language, keys, tmp_path).files
        paths = [tmp_path / path for path in files]
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text)
        for found in importing.plan(bench, language, reading.read(paths, language)):
            assert (found.change, found.findings) == (None, ())
            assert found.notes == () or found.path not in current


def test_an_edited_message_changes_its_lines_only(repository: Repository) -> None:
    """And the page is current as before."""
    before = repository.read("es").split("\n")
    found = edit(repository.project, say("Beds are counted.", "Las camas se van contando."))
    after = repository.read("es").split("\n")
    assert not found.is_refused
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert ("* Las camas se cuentan.", "* Las camas se van contando.") in changed
    assert len(changed) == 2, "the line, and the hash of the section"
    assert repository.states == {}


def test_a_long_message_is_broken_into_lines(repository: Repository) -> None:
    """As pages are: under the mark of the list, and never inside code or links."""
    long = "Las camas " + "se cuentan y " * 20 + "[todo eso](index.md) ya."
    found = edit(repository.project, say("Beds are counted.", long))
    assert [f.code for f in found.findings] == ["T007"]
    edit(repository.project, say("Beds are counted.", long.replace("[todo eso](index.md)", "todo")))
    lines = repository.read("es").split("* Las camas")[1].split("\n")
    assert len(lines) > 2
    assert all(len(line) <= 120 and line.startswith("  ") for line in lines[1:-1])


@pytest.mark.parametrize(
    ("msgid", "msgstr", "code", "line"),
    [
        ("Huts have beds.", "Refugios `con` camas.", "T006", "Huts have beds."),
        ("Huts have beds.", "Los <b>refugios</b> tienen camas.", "T010", "Huts have beds."),
        ("Huts have beds.", "Uno.\n\n## Otro { #otro }", "T015", "Huts have beds."),
        ("Huts have beds.", "Uno.\n* Dos.", "T015", "Huts have beds."),
        (CALL, "```\nLlama a `beds()`.", "T015", CALL),
        (CALL, "* Llama a `beds()`.", "T015", CALL),
        (CALL, "<!-- Llama a `beds()`. -->", "T015", CALL),
        ("Recap", "Resumen { #summary }", "T015", "Recap"),
    ],
)
def test_what_breaks_a_rule_is_refused(
    repository: Repository, msgid: str, msgstr: str, code: str, line: str
) -> None:
    """Nothing is written, and the place is that in the PO file."""
    before = repository.project.files()
    found = edit(repository.project, say(msgid, msgstr))
    after = repository.project.files()
    assert found.is_refused
    assert {path for path in after if after[path] != before.get(path)} == {PO}
    finding = found.findings[0]
    assert finding.code == code
    entry = polib.pofile(str(repository.root / PO)).find(line)
    assert entry is not None
    assert (finding.location.path.endswith(PO), finding.location.line) == (True, entry.linenum)


def test_a_stale_message_is_fuzzy_and_says_what_english_said(repository: Repository) -> None:
    """Its section is current when it has been translated anew."""
    repository.change("en", "A hut has beds.", "A hut has many beds.")
    text = export(repository.project)
    assert '#| msgid "A hut has beds. The [map](index.md) shows where each of them is."' in text
    assert text.count("#, fuzzy") == 1
    assert imported(repository.project).change is None
    english = "A hut has many beds. The [map](index.md) shows where each of them is."
    edit(repository.project, say(english, "Hay muchas camas. Dónde, en el [mapa](index.md)."))
    assert repository.states == {}
    assert "Hay muchas camas." in repository.read("es")


def test_a_fuzzy_message_that_is_right_as_it_is(repository: Repository) -> None:
    """Taking the mark away is enough, and the record says why."""
    repository.change("en", "A hut has beds.", "A hut has its beds.")
    english = "A hut has its beds. The [map](index.md) shows where each of them is."
    spanish = "Un refugio tiene camas. El [mapa](index.md) muestra dónde está cada uno."
    edit(repository.project, say(english, spanish))
    assert repository.states == {}
    assert f"huts: {importing.CONFIRMED}" in repository.read("es")


def test_a_section_with_doubts_stays_behind(repository: Repository) -> None:
    """What was edited in it is kept, and it is not taken for translated anew."""
    repository.change(
        "en", "## Recap { #recap }\n\n* Huts have", "## Recap { #recap }\n\n* All have"
    )
    edit(repository.project, say("Beds are counted.", "Las camas se van contando."))
    assert "se van contando" in repository.read("es")
    assert repository.states == {"recap": "prose changed"}
    repository.sync()
    assert repository.states == {"recap": "prose changed"}


def test_doubts_are_told_with_what_to_do(repository: Repository) -> None:
    """An import of which nothing is taken says why, and so does one that takes a part."""

    def doubt(file: polib.POFile) -> None:
        for entry in file:
            entry.flags = ["fuzzy"]

    found = edit(repository.project, doubt)
    (note,) = found.notes
    assert note.endswith(
        f"{PO}:14: left: 8 fuzzy messages, from here: where the text is right, take the mark away"
        ' ("Needs editing", "Needs work")'
    )
    repository.change("en", "* Huts have beds.", "* All have beds.")
    export(repository.project)
    content = repository.project.read(PO).replace("se cuentan", "se van contando")
    repository.project.change({PO: content})
    text = run(repository, "import", "es", str(repository.root / PO))[1]
    assert ": left: 1 fuzzy message: " in text
    assert text.endswith("written: docs/es/huts.md (recap, which stays behind English)\n")


def test_a_new_message_is_empty_and_a_gone_one_obsolete(repository: Repository) -> None:
    """The section is written when the new one is there, in the shape of English."""
    repository.change("en", "* Beds are counted.", "* Each bed has a number.\n* Sleep well.")
    text = export(repository.project)
    assert '#~ msgid "Beds are counted."' in text
    assert 'msgid "Sleep well."\nmsgstr ""' in text
    found = edit(repository.project, say("Each bed has a number.", "Las camas tienen número."))
    assert "left: 'recap'" in found.notes[0]

    def both(file: polib.POFile) -> None:
        say("Each bed has a number.", "Cada cama tiene número.")(file)
        say("Sleep well.", "Que descanses.")(file)

    assert not edit(repository.project, both).is_refused
    assert repository.states == {}
    assert repository.read("es").endswith(
        "* Los refugios tienen camas.\n* Cada cama tiene número.\n* Que descanses.\n"
    )


def test_comments_in_code_outlive_a_new_shape(repository: Repository) -> None:
    """The translated comment of a code block stays where its code is the same."""
    repository.change("en", "tonight.", "tonight.\n\nMore.")

    def whole(file: polib.POFile) -> None:
        say("More.", "Hay más.")(file)

    edit(repository.project, whole)
    assert "// En la carpeta de la app\n" in repository.read("es")
    assert "Hay más.\n\n```console" in repository.read("es")


def test_a_page_that_is_not_there_is_made(repository: Repository) -> None:
    """Of those sections that are whole; readers get the others in English."""

    def change(file: polib.POFile) -> None:
        for msgid in ("Beds", "Recap", "Huts have beds.", "Beds are counted."):
            say(msgid, f"پناهگاه {msgid[:1]}")(file)

    found = edit(repository.project, change, "fa")
    assert found.notes == (
        "docs/fa/huts.md: left: 'beds': 1 of its 2 messages is done: it gets into the page when all"
        " are; until then the file keeps them",
    )
    page = Workbench.of(repository.project.tree).translation("fa", KEY)
    assert page is not None
    states = {id_: state.value for id_, state in page.states.items()}
    assert states["recap"] == "current"
    assert states["beds"] == states["front-matter"] == "missing"
    assert page.document.body == ("\n## پناهگاه R { #recap }\n\n* پناهگاه H\n* پناهگاه B\n")


def test_what_was_begun_below_a_mark_is_in_doubt_and_not_lost(repository: Repository) -> None:
    """It is fuzzy, what is English still is empty, and the section is written with the last one."""
    bench = Workbench.of(repository.project.tree)
    start.apply(repository.root, start.plan(bench, "fa", KEY))
    repository.change("fa", "* Huts have beds.", "* پناهگاه‌ها تخت دارند.")
    begun = repository.read("fa")
    text = export(repository.project, "fa")
    assert '#, fuzzy\nmsgctxt "huts.md#recap:1"' in text
    assert 'msgid "Beds are counted."\nmsgstr ""' in text
    assert imported(repository.project, "fa").change is None
    found = edit(repository.project, say("Recap", "جمع‌بندی"), "fa")
    fuzzy, left = found.notes
    assert re.search(r"po/fa/huts\.po:\d+: left: 1 fuzzy message: where the text is right", fuzzy)
    assert left.startswith("docs/fa/huts.md: left: 'recap': 1 of its 3 messages is done")
    assert repository.read("fa") == begun

    def finish(file: polib.POFile) -> None:
        say("Recap", "جمع‌بندی")(file)
        say("Beds are counted.", "تخت‌ها شمرده می‌شوند.")(file)
        say("Huts have beds.", "پناهگاه‌ها تخت دارند.")(file)

    edit(repository.project, finish, "fa")
    done = "## جمع‌بندی { #recap }\n\n* پناهگاه‌ها تخت دارند.\n* تخت‌ها شمرده می‌شوند.\n"
    assert repository.read("fa").endswith(done)


def test_the_whole_page_can_be_made(repository: Repository) -> None:
    """Front matter, includes and code come from English."""

    def change(file: polib.POFile) -> None:
        for entry in file:
            entry.msgstr = f"ترجمه {''.join(c for c in entry.msgid if not c.isascii())}"
            for kept in ("[map](index.md)", "`beds()`"):
                entry.msgstr += f" {kept}" if kept in entry.msgid else ""

    found = edit(repository.project, change, "fa")
    assert (found.findings, found.notes) == ((), ())
    text = repository.read("fa") if (repository.root / f"docs/fa/{KEY}").exists() else ""
    assert "{* ../../docs_src/huts/tutorial001.py ln[1:2] hl[2] *}" in text
    assert text.startswith("---\ndescription: 'ترجمه '") or text.startswith("---\ndescription: ")
    page = Workbench.of(repository.project.tree).translation("fa", KEY)
    assert page is not None
    assert {state.value for state in page.states.values()} == {"current"}


def test_what_english_has_changed_since_the_export_is_left(repository: Repository) -> None:
    """It is told with its line, and whatever moved is found by what it says."""
    export(repository.project)
    repository.change("en", "* Huts have beds.\n", "").change("en", "## Recap", "## Summary")
    found = imported(repository.project)
    assert len(found.notes) == 2
    assert all("English does not say this any more" in note for note in found.notes)
    assert f"{PO}:" in found.notes[0]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('msgid "Beds"', 'msgid "Be"ds"', "it can't be read as a PO file"),
        ("Language: es", "Language: de", "the file is for the language 'de', not for 'es'"),
        ("huts.md#beds:0", "menu|Open", "no page has a message with the context 'menu|Open'"),
        ("huts.md#beds:0", "hats.md#beds:0", "no page hats.md is to be translated"),
        ('"Beds"\nmsgstr "C', '"Beds"\nmsgid_plural "B"\nmsgstr[0] "C', "has a plural"),
        ("huts.md#beds:1", "huts.md#beds:0", ""),
    ],
)
def test_a_faulty_file_is_told(repository: Repository, old: str, new: str, message: str) -> None:
    """With its place and what to do."""
    text = export(repository.project)
    assert old in text
    repository.project.change({PO: text.replace(old, new, 1)})
    if not message:
        assert imported(repository.project).change is None
        return
    with pytest.raises(DocsError) as error:
        imported(repository.project)
    assert message in str(error.value)
    assert error.value.hint
    at = error.value.location
    assert at is not None
    assert at.path.endswith(PO)


def again(project: Project, kept: int) -> polib.POFile:
    """Export the page where its PO file is; return the file, with so many texts kept in it."""
    bench, path = Workbench.of(project.tree), project.root / PO
    found = exporting.export(bench, bench.tree.languages["es"], [KEY], project.root / "po")
    assert found.kept == kept
    path.write_text(found.files["es/huts.po"])
    return polib.pofile(str(path))


def test_what_is_in_the_file_alone_outlives_another_export(repository: Repository) -> None:
    """A section that is half done is in no page; English may change in the meantime."""
    first, now, own = "There is one hut.", "There is just one hut.", "Hay un refugio."
    repository.change("en", "## Recap", f"## New {{ #new }}\n\n{first}\n\nMore.\n\n## Recap")
    assert edit(repository.project, say(first, own)).notes
    assert not imported(repository.project).change
    assert again(repository.project, 1).find(first).msgstr == own
    repository.change("en", first, now)
    entry = again(repository.project, 1).find(now)
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == (own, True, first)
    repository.change("en", f"{now}\n\n", "")
    for kept in (1, 0):
        (entry,) = (entry for entry in again(repository.project, kept) if entry.msgid == now)
        assert (entry.msgstr, entry.obsolete) == (own, True)


def test_an_answer_to_a_doubt_outlives_another_export(repository: Repository) -> None:
    """It was given for the English text of now, and other messages of the section wait."""
    repository.change("en", "* Huts have beds.\n* Beds are", "* All huts have beds.\n* They are")
    export(repository.project)
    file = polib.pofile(str(repository.root / PO))
    say("All huts have beds.", "Todos los refugios tienen camas.")(file)
    file.save()
    entry = again(repository.project, 1).find("All huts have beds.")
    assert (entry.msgstr, entry.fuzzy) == ("Todos los refugios tienen camas.", False)
    assert again(repository.project, 1).find("They are counted.").fuzzy


def test_what_a_page_says_otherwise_is_kept_beside_it(repository: Repository) -> None:
    """The page counts; which of the two is newer nobody knows."""
    export(repository.project)
    file = polib.pofile(str(repository.root / PO))
    say("Huts have beds.", "En los refugios hay camas.")(file)
    file.save()
    found = again(repository.project, 1)
    assert found.find("Huts have beds.").msgstr == "Los refugios tienen camas."
    assert [e.msgstr for e in found.obsolete_entries()] == ["En los refugios hay camas."]
    assert str(again(repository.project, 0)) == str(found)
    assert not imported(repository.project).change


def test_a_file_that_can_not_be_read_is_not_written_over(repository: Repository) -> None:
    """Somebody's work may be in it."""
    repository.project.change({PO: 'msgid "Be"ds"\nmsgstr ""\n'})
    bench = Workbench.of(repository.project.tree)
    with pytest.raises(DocsError, match=r"huts\.po:1: it can't be read as a PO file"):
        exporting.export(bench, bench.tree.languages["es"], [KEY], repository.root / "po")


def test_a_file_in_another_encoding_is_told_with_its_line(repository: Repository) -> None:
    """That of the first byte that no UTF-8 has, wherever a program saved it so."""
    text = export(repository.project)
    line = text[: text.index("montaña")].count("\n") + 1
    raw = text.encode().replace("montaña".encode(), "montaña".encode("latin-1"))
    repository.project.change({PO: raw})
    told = run(repository, "import", "es", str(repository.root / PO))[1]
    assert f"{PO}:{line}: byte " in told
    assert told.endswith("is not UTF-8\n  → save the file in the encoding UTF-8\n")


def test_the_commands(repository: Repository) -> None:
    """Export, edit, import; a refusal exits with 1 and writes nothing."""
    exit_code, text = run(repository, "export", "es", "huts.md", "--po")
    assert (exit_code, text) == (0, f"written: 1 file in {repository.root}/po/es\n")
    po = str(repository.root / PO)
    assert run(repository, "import", "es", po, "--po") == (0, "nothing has changed\n")
    content = repository.project.read(PO)
    repository.project.change({PO: content.replace("se cuentan", "se van contando")})
    assert run(repository, "import", "es", po) == (0, "written: docs/es/huts.md (recap)\n")
    repository.project.change({PO: content.replace("`beds()` para", "`bed()` para")})
    exit_code, text = run(repository, "import", "es", po)
    assert exit_code == 1
    assert text.startswith("nothing is written, of no page, until this is mended:\n")
    assert "T006" in text
    kept = "kept: 2 texts of the files that were there, which no page has\n"
    assert run(repository, "export", "es", "huts.md")[1].endswith(kept)
    assert "there is no such PO file" in run(repository, "import", "es", "none.po")[1]
    repository.project.change({PO: ""})
    assert "it has no messages" in run(repository, "import", "es", po)[1]
    assert "there is no English page" in run(repository, "export", "es", "hats.md")[1]


@pytest.mark.parametrize(
    ("tag", "code", "is_refused"),
    [
        ("zh_Hant", "zh", True),
        ("zh", "zh-hant", True),
        ("zh_TW", "zh-hant", False),
        ("zh_CN", "zh", False),
    ],
)
def test_chinese_is_not_taken_for_the_other_chinese(
    repository: Repository, tag: str, code: str, is_refused: bool
) -> None:
    """Nobody would see it before its readers do."""
    text = repository.project.read("data/languages.yml")
    both = (
        "  zh: {name: 中文, direction: ltr, theme: zh, search: zh}\n"
        "  zh-hant: {name: 繁體, direction: ltr, theme: zh-Hant, search: zh}\n"
    )
    repository.project.change({"data/languages.yml": text.replace("\nnever", f"{both}\nnever", 1)})
    exported = export(repository.project, code)
    said = re.sub(r"Language: \w+", f"Language: {tag}", exported)
    repository.project.change({f"po/{code}/huts.po": said})
    if is_refused:
        with pytest.raises(DocsError, match="the file is for the language"):
            imported(repository.project, code)
    else:
        assert imported(repository.project, code).change is None


def test_a_language_without_blanks_keeps_its_lines(repository: Repository) -> None:
    """One line for each sentence, in a new page and in one that is there."""
    text = repository.project.read("data/languages.yml")
    chinese = "  zh: {name: 中文, direction: ltr, theme: zh, search: zh}\n\nnever"
    repository.project.change({"data/languages.yml": text.replace("\nnever", chinese, 1)})
    repository.change("en", "A hut has beds. The", "A hut has beds.\nThe")
    english = "A hut has beds. The [map](index.md) shows where each of them is."
    long = "小屋里有床。\n" + "地图[标出了](index.md)" + "每一张床的位置" * 12 + "。"

    def change(file: polib.POFile) -> None:
        say("Huts", "小屋")(file)
        say(english, long)(file)

    assert edit(repository.project, change, "zh").findings == ()
    assert f"# 小屋 {{ #huts }}\n\n{long}\n\n{{* " in repository.read("zh")
    assert imported(repository.project, "zh").change is None
    edit(repository.project, say(english, long.replace("小屋里", "屋里")), "zh")
    assert f"\n\n{long.replace('小屋里', '屋里')}\n\n" in repository.read("zh")
