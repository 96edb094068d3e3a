"""Drafts of a machine: only where no person has written, only what keeps the rules, and told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest

from scripts.docsite import languages
from scripts.docsite.errors import DocsError
from scripts.docsite.translations import start, sync
from scripts.docsite.translations.composition import Voice, compose
from scripts.docsite.translations.drafting import drafts, endpoint
from scripts.docsite.translations.drafting.endpoint import Endpoint, Settings
from scripts.docsite.translations.drafting.masks import masked
from scripts.docsite.translations.glossary import terms
from scripts.docsite.translations.states import Translation, Workbench
from tests.docsite.translations.conftest import KEY, Repository
from tests.docsite.translations.stub_model import (
    Model,
    Question,
    Reply,
    model,
    said,
    translations,
)
from tests.docsite.translations.test_commands import run
from tests.support import copy_repository_file


def persian(question: Question) -> Reply:
    """Translate each message: a Persian word for each English one, its marks in their places."""
    return translations([re.sub("[A-Za-z]+", "متن", m["text"]) for m in question.messages])


def spoiled(question: Question) -> Reply:
    """Lose every mark."""
    return translations([f"متن {number}" for number, _ in enumerate(question.messages)])


def draft(repository: Repository, stub: Model, code: str = "fa", *ids: str) -> drafts.Draft:
    """Draft the page with a model; write what may be written."""
    bench = Workbench.of(repository.project.tree)
    ask = Endpoint(Settings(stub.url, "tiny"), lambda seconds: None).answer
    found = drafts.draft(bench, bench.tree.languages[code], KEY, ids, ask)
    if found.change:
        sync.apply(repository.root, [found.change])
    return found


def page(repository: Repository, code: str = "fa") -> Translation:
    """Return the page in a language, read anew."""
    found = Workbench.of(repository.project.tree).translation(code, KEY)
    assert found is not None
    return found


def origins(repository: Repository, code: str = "fa") -> dict[str, str]:
    """Return who wrote the sections of the page that no person did."""
    record = page(repository, code).record
    assert record is not None
    return {id_: str(origin) for id_, origin in record.origins.items()}


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Call `beds()` now", ["`beds()`"]),
        (
            "the [map](index.md#a){ target=b } and ![hut](a.png)",
            ["index.md#a", "{ target=b }", "a.png"],
        ),
        (
            "<b>all</b> <https://a.example> ++ctrl+c++",
            ["<b>", "</b>", "<https://a.example>", "++ctrl+c++"],
        ),
        ("[http://a.example/](http://a.example/)", ["http://a.example/", "http://a.example/"]),
        ("nothing", []),
    ],
)
def test_what_must_not_change_is_hidden(text: str, hidden: list[str]) -> None:
    """And comes back wherever its mark stands."""
    found = masked(text)
    assert list(found.hidden) == hidden
    assert not any(part in found.text for part in hidden)
    assert found.unmasked(found.text) == text


@pytest.mark.parametrize(
    ("answer", "message"),
    [("nothing", "it lacks ⟦1⟧"), ("⟦1⟧ ⟦ 1 ⟧", "it has ⟦1⟧ too often"), ("⟦1⟧ ⟦2⟧", "it has ⟦2⟧")],
)
def test_a_lost_mark_is_told(answer: str, message: str) -> None:
    """As one that is there twice, or was made up."""
    with pytest.raises(DocsError, match=message):
        masked("Call `beds()`").unmasked(answer)


def test_a_page_is_drafted(repository: Repository) -> None:
    """Every section is the machine's, and current; code and includes are those of English."""
    with model(persian) as stub:
        found = draft(repository, stub)
    assert found.done == ("front-matter", "huts", "beds", "recap")
    assert (found.failed, found.error) == ({}, None)
    assert {state.value for state in page(repository).states.values()} == {"current"}
    assert origins(repository) == dict.fromkeys(found.done, "machine")
    text = repository.read("fa")
    assert "{* ../../docs_src/huts/tutorial001.py ln[1:2] hl[2] *}" in text
    assert "`beds()`" in text
    assert len(stub.questions) == 4


def test_the_model_sees_no_code_and_hears_how_the_site_sounds(repository: Repository) -> None:
    """The glossary's terms, and translations of other sections."""
    copy_repository_file(repository.project, terms.SCHEMA)
    glossary = 'terms:\n  bed:\n    use: [cama, "cama*"]\n    avoid: {catre: cama}\n'
    repository.project.change({"data/glossary/es.yml": glossary})
    english = repository.read("en") + "\n## More { #more }\n\nEvery bed has `a_number`.\n"
    repository.commit(en=english)

    def spanish(question: Question) -> Reply:
        return translations(["Más", "Cada cama tiene ⟦1⟧."])

    with model(spanish) as stub:
        assert draft(repository, stub, "es").done == ("more",)
    (question,) = stub.questions
    system = question.body["messages"][0]["content"]
    assert "- bed: cama, cama; not catre" in system
    assert "Las camas se cuentan." in system
    assert "a_number" not in str(question.body)
    assert [m["text"] for m in question.messages] == ["More", "Every bed has ⟦1⟧."]


def test_a_lost_mark_is_sent_back_and_mended(repository: Repository) -> None:
    """With what is wrong, in the same conversation."""
    with model(spoiled, persian) as stub:
        assert draft(repository, stub, "fa", "beds").done == ("beds",)
    assert "message 2: it lacks ⟦1⟧" in stub.questions[1].last
    assert [m["role"] for m in stub.questions[1].body["messages"]] == [
        "system",
        "user",
        "assistant",
        "user",
    ]


def test_a_broken_rule_is_sent_back(repository: Repository) -> None:
    """As people are told of it."""

    def untranslated(question: Question) -> Reply:
        return translations([m["text"] for m in question.messages])

    with model(untranslated, persian) as stub:
        assert draft(repository, stub, "fa", "beds").done == ("beds",)
    assert "T011 it stands here as in English" in stub.questions[1].last


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (said("I can't do that."), "it is not the JSON that was asked for"),
        (said('{"translations": []}'), "message 1 is missing"),
        (said("{", "length"), "is not whole"),
    ],
)
def test_a_hopeless_section_is_not_written(
    repository: Repository, reply: Reply, message: str
) -> None:
    """It is asked for three times; the others are written."""

    def answer(question: Question) -> Reply:
        is_beds = any("free tonight" in m["text"] for m in question.messages)
        return reply if is_beds else persian(question)

    with model(answer) as stub:
        found = draft(repository, stub)
    assert found.failed is not None
    assert message in found.failed["beds"][0]
    assert found.done == ("front-matter", "huts", "recap")
    assert len(stub.questions) == 6
    assert page(repository).states["beds"].value == "missing"


def test_what_was_done_before_a_failure_is_kept(repository: Repository) -> None:
    """The sections that came first are written, and the failure is told."""
    with model(persian, persian, lambda question: Reply("", 401)) as stub:
        found = draft(repository, stub)
    assert found.done == ("front-matter", "huts")
    assert "HTTP status 401" in str(found.error)
    assert page(repository).states["huts"].value == "current"


def test_a_persons_work_is_never_overwritten(repository: Repository) -> None:
    """Nor what was reviewed, edited or not recorded yet, however stale it is."""
    with model(persian) as stub:
        draft(repository, stub)
        sync.apply(repository.root, [sync.reviewed(page(repository), ["huts"], "Aiko")])
        text = repository.read("fa")
        edited = text.replace("* متن متن متن.\n* ", "* نوشتهٔ آدم.\n* ")
        assert edited != text
        repository.commit(fa=edited)
        repository.change("en", "Huts have", "All huts have")
        repository.change("en", "A hut has beds", "Each hut has beds")
        repository.change("en", "that are still free", "that are free")
        before = repository.read("fa")
        found = draft(repository, stub)
        assert found.done == ("beds",)
        kept = found.kept
        assert kept == {
            "front-matter": "drafted already, and English has not changed since",
            "huts": "reviewed by Aiko",
            "recap": "edited since it was drafted",
        }
        with pytest.raises(DocsError, match="'recap' is not drafted: edited since"):
            draft(repository, stub, "fa", "recap")
        with pytest.raises(DocsError, match="'huts' is not drafted: a person's work"):
            draft(repository, stub, "es", "huts")
    after = repository.read("fa")
    assert before.partition("## ")[0].partition("---\n\n")[2] in after
    assert "نوشتهٔ آدم" in after


def test_what_a_person_has_begun_is_never_overwritten(repository: Repository) -> None:
    """A section that is marked as to be translated still, and half done; one that is not is."""
    bench = Workbench.of(repository.project.tree)
    start.apply(repository.root, start.plan(bench, "fa", KEY))
    repository.change("fa", "* Huts have beds.", "* پناهگاه‌ها تخت دارند.")
    with model(persian) as stub:
        found = draft(repository, stub)
        assert found.kept == {"recap": "somebody has begun to translate it"}
        with pytest.raises(DocsError, match="'recap' is not drafted: somebody has begun"):
            draft(repository, stub, "fa", "recap")
    assert "* پناهگاه‌ها تخت دارند.\n* Beds are counted.\n" in repository.read("fa")
    assert found.done == ("front-matter", "huts", "beds")


def test_an_interrupt_keeps_what_was_done(repository: Repository) -> None:
    """Each section may take minutes: the next run goes on with the rest."""

    with model(persian) as stub:

        def ask(talk: Sequence[Mapping[str, str]]) -> str:
            if len(stub.questions) == 2:
                raise KeyboardInterrupt
            return Endpoint(Settings(stub.url, "tiny")).answer(talk)

        bench = Workbench.of(repository.project.tree)
        found = drafts.draft(bench, bench.tree.languages["fa"], KEY, (), ask)
    assert found.done == ("front-matter", "huts")
    assert "interrupted" in str(found.error)
    assert found.change and "متن" in found.change.text


def test_reviewing(repository: Repository) -> None:
    """Says who stands for a section; what is no draft can't be reviewed."""
    with model(persian) as stub:
        draft(repository, stub, "fa", "beds", "recap")
    change = sync.reviewed(page(repository), ["beds"], "Mira")
    sync.apply(repository.root, [change])
    assert origins(repository) == {"beds": "machine, reviewed by Mira", "recap": "machine"}
    for ids, name, message in (
        (["beds"], "Mira", "'beds' is no draft"),
        (["recap"], " ", "nobody is named"),
    ):
        with pytest.raises(DocsError, match=message):
            sync.reviewed(page(repository), ids, name)
    with pytest.raises(DocsError, match="no section is a draft"):
        sync.reviewed(page(repository, "es"), [], "Mira")


def test_readers_are_told(repository: Repository) -> None:
    """Once for a page, else above each section, and never of what was reviewed."""
    words = languages.messages(repository.root, "fa")
    voice = Voice(words, "fa", "rtl", words, "../../huts/")
    with model(persian) as stub:
        draft(repository, stub)
    text = compose(page(repository), voice)
    assert text.count(words["page_machine"]) == 1
    assert text.index(words["page_machine"]) < text.index("{ #beds }")
    assert words["section_machine"] not in text
    sync.apply(repository.root, [sync.reviewed(page(repository), ["huts", "beds"], "Mira")])
    text = compose(page(repository), voice)
    assert words["page_machine"] not in text
    assert text.count(words["section_machine"]) == 1
    assert text.index(words["section_machine"]) > text.index("{ #recap }")
    repository.change("en", "Huts have", "All huts have")
    text = compose(page(repository), voice)
    assert text.count(words["section_machine"]) == text.count(words["section_changed"]) == 1
    sync.apply(repository.root, [sync.reviewed(page(repository), [], "Mira")])
    assert words["section_machine"] not in compose(page(repository), voice)


def test_a_page_that_begins_in_english_has_a_notice_above_each_draft(
    repository: Repository,
) -> None:
    """The page as a whole is no machine's."""
    words = languages.messages(repository.root, "fa")
    with model(persian) as stub:
        draft(repository, stub, "fa", "beds", "recap")
    text = compose(page(repository), Voice(words, "fa", "rtl", words, "../../huts/"))
    assert text.count(words["section_machine"]) == 2
    assert words["page_machine"] not in text


def test_the_commands(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment names the model; what is kept, written and wrong is told."""
    monkeypatch.delenv(endpoint.URL, raising=False)
    assert "DOCS_DRAFT_URL is not set" in run(repository, "draft", "fa", "huts.md")[1]

    def answer(question: Question) -> Reply:
        is_beds = any("free tonight" in m["text"] for m in question.messages)
        return said("no") if is_beds else persian(question)

    with model(answer) as stub:
        monkeypatch.setenv(endpoint.URL, stub.url)
        monkeypatch.setenv(endpoint.MODEL, "tiny")
        monkeypatch.setenv(endpoint.KEY, "sk-secret")
        exit_code, text = run(repository, "draft", "fa", "huts.md")
        assert exit_code == 1
        assert "written: docs/fa/huts.md (front-matter, huts, recap)" in text
        assert "run `docs translations reviewed fa huts.md --by NAME`" in text
        assert "not written: 'beds', which is still wrong:" in text
        assert "sk-secret" not in text
        exit_code, text = run(repository, "draft", "es", "huts.md")
        assert (exit_code, "there is nothing to draft" in text) == (0, True)
        assert "kept: 'huts': a person's work" in text
        assert (
            "no English page hats.md\n  → did you" in run(repository, "draft", "fa", "hats.md")[1]
        )
    exit_code, text = run(repository, "reviewed", "fa", "huts.md", "--by", "Mira")
    written = "written: docs/fa/huts.md (front-matter, huts, recap, reviewed by Mira)\n"
    assert (exit_code, text) == (0, written)
