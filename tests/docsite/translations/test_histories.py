"""Random histories of a page and its translation: nothing is lost, nothing stale goes unsaid."""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from scripts.docsite.errors import DocsError
from scripts.docsite.markdown import scan
from scripts.docsite.translations import composition, fixing, layout, propagate, start, sync
from scripts.docsite.translations.checking import STALE
from scripts.docsite.translations.composition import compose
from scripts.docsite.translations.sections import sections
from scripts.docsite.translations.states import Translation, Workbench
from tests.docsite.translations.conftest import KEY
from tests.docsite.translations.test_composition import VOICE, WORDS
from tests.support import make_project

IDS = st.sampled_from(["a", "b", "c", "d"])
NUMBERS = st.integers(0, 2)
SENTENCE = re.compile(r"(?:English|Español) \w+ \d+")


class History(RuleBasedStateMachine):
    """Two people at work: one writes English, one translates, with the tools between them.

    What the translator has seen of each section is known here without the tools: readers must
    be told of every section of which English has said something else since.
    """

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.project = make_project(self.folder, {})
        self.count = 0
        self.english: dict[str, list[str]] = {}
        self.seen: dict[str, str] = {}
        self.kept: set[str] = set()
        self.add("a", 0)
        self.translate("a")

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def sentence(self, language: str, id_: str) -> str:
        self.count += 1
        return f"{language} {id_} {self.count}"

    @property
    def page(self) -> Translation | None:
        return Workbench.of(self.project.tree).translation("es", KEY)

    def write_english(self) -> None:
        text = "\n\n".join("\n\n".join(parts) for parts in self.english.values())
        self.project.change({f"docs/en/{KEY}": f"{text}\n"})

    # English is written.

    @rule(id_=IDS, place=NUMBERS)
    def add(self, id_: str, place: int) -> None:
        if id_ not in self.english:
            prose = f"{self.sentence('English', id_)}. [x](a.md)"
            code = f"```py\nx = {self.count}\n```"
            items = [*self.english.items()]
            items.insert(place, (id_, [f"## Heading {{ #{id_} }}", prose, code]))
            self.english = dict(items)
            self.write_english()

    @rule(id_=IDS)
    def rewrite(self, id_: str) -> None:
        if id_ in self.english:
            self.english[id_][1] = f"{self.sentence('English', id_)}. [x](a.md)"
            self.write_english()

    @rule(id_=IDS, number=NUMBERS)
    def change_code(self, id_: str, number: int) -> None:
        if id_ in self.english:
            self.english[id_][2] = f"```py\nx = {number}\n```"
            prose = self.english[id_][1].partition("[")[0]
            self.english[id_][1] = f"{prose}[x]({'abc'[number]}.md)"
            self.write_english()

    @rule(id_=IDS)
    def remove(self, id_: str) -> None:
        if len(self.english) > 1 and self.english.pop(id_, None):
            self.write_english()

    @rule()
    def turn_round(self) -> None:
        self.english = dict(reversed(self.english.items()))
        self.write_english()

    # It is translated.

    @rule(id_=IDS)
    def translate(self, id_: str) -> None:
        """A section is translated as English has it now, and its mark removed."""
        if id_ not in self.english:
            return
        heading, prose, code = self.english[id_]
        link = prose[prose.index("[") :]
        new = f"{self.sentence('Español', id_)}. {link}"
        text = "\n\n".join([heading.replace("Heading", "Título"), new, code])
        page = self.page
        if page is None:
            self.project.change({f"docs/es/{KEY}": f"{text}\n"})
        else:
            now = layout.of(page.document)
            self.kept -= set(SENTENCE.findall("\n".join(now.chunks.get(id_, ()))))
            ids = [*now.chunks] + [id_] * (id_ not in now.chunks)
            self.project.change({f"docs/es/{KEY}": now.arranged(ids, {id_: f"{text}\n"}).text})
        self.kept.add(new.partition(".")[0])
        self.seen[id_] = self.english[id_][1].partition(".")[0]
        self.record(id_)

    @rule(id_=IDS)
    def mend_a_typo(self, id_: str) -> None:
        """A section is edited, whatever English says now."""
        page = self.page
        if page is not None and id_ in page.sections:
            text = page.document.text
            own = next(iter(SENTENCE.findall(page.sections[id_].text)), "")
            self.project.change({page.path: text.replace(f"{own}.", f"{own}, {self.count}.")})

    @rule()
    def record_all(self) -> None:
        self.record()

    def record(self, *done: str) -> None:
        page = self.page
        if page is not None:
            sync.apply(self.folder, [sync.plan(page, done)])

    @rule(id_=IDS)
    def accept(self, id_: str) -> None:
        page = self.page
        if page is not None and page.states.get(id_) in STALE:
            change = sync.accept(page, [id_], "the same")
            if sync.apply(self.folder, [change]):
                self.seen[id_] = self.english[id_][1].partition(".")[0]

    # The tools are run.

    @rule()
    def propagate(self) -> None:
        bench = Workbench.of(self.project.tree)
        propagate.apply(self.folder, propagate.plan(bench))

    @rule()
    def fix(self) -> None:
        bench = Workbench.of(self.project.tree)
        fixing.apply(self.folder, fixing.plan_readable(bench))

    @rule()
    def start(self) -> None:
        bench = Workbench.of(self.project.tree)
        with contextlib.suppress(DocsError):  # the page has every section
            start.apply(self.folder, start.plan(bench, "es", KEY))

    # Whatever happened:

    @invariant()
    def no_translated_sentence_is_lost(self) -> None:
        page = self.page
        text = page.document.text if page else ""
        assert self.kept <= set(SENTENCE.findall(text))

    @invariant()
    def every_english_section_is_shown_and_what_is_stale_is_told(self) -> None:
        page = self.page
        if page is None:
            return
        text = compose(page, VOICE)
        found = {section.id: section.text for section in sections(scan(text))}
        assert list(found) == list(self.english)
        for id_, parts in self.english.items():
            now = parts[1].partition(".")[0]
            own = page.sections.get(id_)
            if own is None:
                assert now in found[id_]
                assert WORDS[composition.MISSING] in found[id_]
                continue
            assert set(SENTENCE.findall(own.text)) <= set(SENTENCE.findall(found[id_]))
            is_told = WORDS[composition.CHANGED] in found[id_]
            if self.seen.get(id_) != now:
                assert is_told
            if page.states[id_].value == "current":
                assert not is_told


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
