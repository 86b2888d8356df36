"""A decision takes effect, can be taken back, keeps what was found, and outlives a better extractor."""

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.errors import InputError
from recoupe.export.rows import rows
from recoupe.judge import judged, make, standing
from recoupe.store import Judgement, judge, judgements, load, save
from recoupe.types import Dossier, Entity, Link, Mention, Statement
from tests.report.sample import dossier as sample

PLAIN: Dossier = sample()
TEXT = PLAIN.documents[0]
SPOTS = [n for n in range(len(TEXT.text)) if TEXT.text.startswith("Tissevelle", n)]
OTHER = Entity("e-other", "Armand Tissevelle", "PER", tuple(Mention(TEXT.anchor(n, n + 10), "PER") for n in SPOTS))
FOUND = replace(PLAIN, entities=(*PLAIN.entities, OTHER))
CLOCK = iter(range(10_000))


def decide(about: str, decision: str, now: Dossier | None = None, note: str = "", **value) -> Judgement:
    row = Judgement(f"2026-03-14T10:00:{next(CLOCK):06d}", "Ada", about, decision, note, value)
    return make(FOUND, now or FOUND, row)


def after(*made: Judgement, found: Dossier = FOUND) -> Dossier:
    return judged(replace(found, judgements=tuple(made)))


def of(kind: str, words: str = "") -> Statement:
    return next(s for s in FOUND.statements if s.kind == kind and words in s.anchor.exact)


QUOTE = of("quotation", "Maëlle")
FIGURE = of("figure", "Douze")


def test_nothing_decided_changes_nothing():
    assert judged(FOUND) is FOUND


def test_a_speaker_is_corrected_and_the_one_found_is_kept():
    row = decide(QUOTE.id, "speaker", named="Armand Tissevelle", kind="named")
    now = after(row).statement(QUOTE.id)
    assert now.attribution.voice.named == "Armand Tissevelle"
    assert now.by == "person:Ada"
    assert row.was == {"kind": "named", "named": "Maëlle Quérinac"}


def test_a_figure_and_a_time_are_corrected():
    row = decide(FIGURE.id, "value", low="13", high="14")
    now = after(row).statement(FIGURE.id)
    assert (now.value.low, now.value.high, now.body.quantity) == (13, 14, now.value)
    assert row.was["low"] == "12"
    time = of("time")
    now = after(decide(time.id, "value", value="2026-03")).statement(time.id)
    assert now.value.latest.isoformat() == "2026-03-31"
    assert now.body.timex == now.value


def test_a_date_is_set_on_a_commitment_and_on_an_account():
    promise, account = of("commitment"), FOUND.documents[-1]
    row = decide(promise.id, "date", value="2026-04-01")
    assert after(row).statement(promise.id).body.due.value == "2026-04-01"
    row = decide(account.id, "date", value="2026-03-12")
    assert after(row).document(account.id).published.isoformat() == "2026-03-12"
    assert "published" not in row.was


def test_what_is_rejected_goes_with_its_links():
    link = FOUND.links[0]
    now = after(decide(link.left, "reject"))
    assert link.left not in {s.id for s in now.statements}
    assert all(link.left not in (other.left, other.right) for other in now.links)
    assert link.id not in {x.id for x in after(decide(link.id, "reject")).links}


def test_a_relation_is_corrected_or_made():
    link = FOUND.links[0]
    row = decide(link.id, "relation", relation="unsure", note="two wards")
    now = next(x for x in after(row).links if x.id == link.id)
    assert (now.relation, now.by) == ("unsure", "person:Ada")
    assert row.was["relation"] == link.relation
    left, right = QUOTE.id, FIGURE.id
    made = Link.make_id(left, right)
    row = decide(made, "relation", relation="agrees", left=left, right=right)
    assert next(x for x in after(row).links if x.id == made).relation == "agrees"


def test_names_are_renamed_merged_and_split():
    one, other = FOUND.entities[:2]
    now = after(decide(one.id, "named", named="Une autre"))
    assert next(e for e in now.entities if e.id == one.id).named == "Une autre"
    now = after(decide(one.id, "merge", into=other.id))
    assert one.id not in {e.id for e in now.entities}
    whole = next(e for e in now.entities if e.id == other.id)
    assert set(whole.names) == {*one.names, *other.names}
    many = next(e for e in FOUND.entities if len(e.names) > 1)
    first = many.names[0].anchor
    now = after(decide(many.id, "split", names=[[first.document, first.start, first.end]]))
    assert len(now.entities) == len(FOUND.entities) + 1
    assert sum(len(e.names) for e in now.entities) == sum(len(e.names) for e in FOUND.entities)


def test_the_last_decision_holds_and_undo_brings_back():
    first = decide(QUOTE.id, "speaker", named="A", kind="named")
    second = decide(QUOTE.id, "speaker", named="B", kind="named")
    undo = Judgement("2026-03-14T11", "Ada", second.id, "undo")
    again = Judgement("2026-03-14T12", "Ada", undo.id, "undo")
    names = [
        after(*made).statement(QUOTE.id).attribution.voice.named
        for made in ((first, second), (first, second, undo), (first, second, undo, again))
    ]
    assert names == ["B", "A", "B"]
    assert standing((first, second, undo)) == (first,)


def test_done_twice_is_done_once():
    many = next(e for e in FOUND.entities if len(e.names) > 1)
    first = many.names[0].anchor
    made = (
        decide(QUOTE.id, "speaker", named="A", kind="named"),
        decide(FIGURE.id, "value", low="13", high="14"),
        decide(FOUND.links[0].id, "relation", relation="unsure"),
        decide(many.id, "split", names=[[first.document, first.start, first.end]]),
        decide(of("wording").id, "reject"),
    )
    once = after(*made)
    assert judged(once) == once


def moved(statement: Statement) -> Statement:
    """What a better extractor would give: the same words and the mark after them."""
    anchor = statement.anchor
    wider = FOUND.document(anchor.document).anchor(anchor.start, anchor.end + 1)
    return replace(statement, id=Statement.make_id(statement.kind, wider), anchor=wider)


def test_a_decision_finds_its_passage_again_under_another_id():
    left = FOUND.statement(FOUND.links[0].left)
    better = moved(left)
    links = tuple(
        replace(x, id=Link.make_id(better.id, x.right), left=better.id) if x.left == left.id else x for x in FOUND.links
    )
    found = replace(FOUND, statements=tuple(better if s is left else s for s in FOUND.statements), links=links)
    rows_ = (decide(left.id, "date", value="2026-03-01"), decide(FOUND.links[0].id, "relation", relation="unsure"))
    now = after(*rows_, found=found)
    assert now.statement(better.id).by == "person:Ada"
    assert next(x for x in now.links if x.left == better.id).relation == "unsure"


def test_a_decision_whose_passage_is_gone_stays_as_a_row():
    row = decide(QUOTE.id, "speaker", named="A", kind="named")
    found = replace(FOUND, statements=tuple(s for s in FOUND.statements if s.kind != "quotation"), links=(), origins=())
    now = after(row, found=found)
    assert now.statements == found.statements
    assert now.judgements == (row,)


@pytest.mark.parametrize(
    ("about", "decision", "value"),
    [
        ("s-nobody", "accept", {}),
        (QUOTE.id, "believe", {}),
        (QUOTE.id, "value", {"low": "3"}),
        (QUOTE.id, "speaker", {"named": "", "kind": "named"}),
        (QUOTE.id, "speaker", {"named": "A", "kind": "ghost"}),
        (FIGURE.id, "value", {"low": "9", "high": "3"}),
        (FIGURE.id, "value", {"low": "NaN"}),
        (FIGURE.id, "relation", {"relation": "agrees"}),
        (FOUND.links[0].id, "relation", {"relation": "true"}),
        (FOUND.documents[0].id, "date", {"value": "soon"}),
        (FOUND.documents[0].id, "letter", {"letter": "G"}),
        (FOUND.documents[0].id, "reject", {}),
        (FOUND.entities[0].id, "merge", {"into": FOUND.entities[0].id}),
        (FOUND.entities[0].id, "split", {"names": [["d", 1, 2]]}),
        (FIGURE.id, "undo", {}),
    ],
)
def test_what_does_not_fit_is_refused(about, decision, value):
    with pytest.raises(InputError) as caught:
        decide(about, decision, **value)
    assert caught.value.code == "bad-judgement"


def test_the_file_keeps_both_and_exports_carry_them(tmp_path: Path):
    path = tmp_path / "story.db"
    save(FOUND, path)
    row = decide(QUOTE.id, "speaker", named="Armand Tissevelle", kind="named")
    judge(path, row)
    assert load(path, corrected=False).statement(QUOTE.id) == QUOTE
    now = load(path)
    assert now.statement(QUOTE.id).attribution.voice.named == "Armand Tissevelle"
    told = [line for line in rows(now) if line["type"] == "judgement"]
    assert [(line["about"], line["by"], line["was"]["named"]) for line in told] == [
        (QUOTE.id, "Ada", "Maëlle Quérinac")
    ]
    assert not save(FOUND, path)
    assert not save(now, path)
    copy = tmp_path / "copy.db"
    save(load(path, corrected=False), copy)
    assert load(copy) == now
    assert save(replace(FOUND, issues=()), path)
    assert load(path).statement(QUOTE.id).attribution.voice.named == "Armand Tissevelle"


def test_a_dossier_of_the_first_version_takes_decisions(tmp_path: Path):
    path = tmp_path / "story.db"
    save(FOUND, path)
    db = sqlite3.connect(path)
    db.executescript("DROP TRIGGER judgement_stays; DROP TRIGGER judgement_kept;")
    for name in ("value", "was", "place"):
        db.execute(f"ALTER TABLE judgement DROP COLUMN {name}")
    db.execute("INSERT INTO judgement VALUES (1, '2026', 'Ada', 'q-1', 'agrees', 'old')")
    db.commit()
    db.close()
    assert [row.note for row in judgements(path)] == ["old"]
    judge(path, decide(QUOTE.id, "speaker", named="A", kind="named"))
    assert [row.decision for row in judgements(path)] == ["agrees", "speaker"]


def test_no_decision_is_lost_while_runs_replace_the_file(tmp_path: Path):
    path = tmp_path / "story.db"
    save(FOUND, path)

    def run() -> None:
        for number in range(12):
            save(replace(FOUND, manifest={"run": str(number)}), path)

    runs = threading.Thread(target=run)
    runs.start()
    made = [decide(QUOTE.id, "comment", note=str(number)) for number in range(25)]
    for row in made:
        judge(path, row)
    runs.join()
    assert [row.note for row in judgements(path)] == [row.note for row in made]
