"""Which accounts and passages rest on one source."""

from recoupe.compare import compare
from recoupe.types import Attribution, Document, Statement, Voice
from tests.compare.story import Story

LONG = (
    "The ferry struck the northern quay of the little harbour early on Tuesday morning while most of the passengers "
    "were still asleep in their cabins below the car deck. Nobody on the bridge had seen the new lights of the mole. "
)
OTHER = "A second paragraph of another hand tells of the mayor, of the weather and of the long road to the hospital. "


def of(documents, statements=()):
    return compare(documents, statements, ())[1]


def test_a_copy_is_one_origin_under_the_earlier_account():
    documents = [Document("a", LONG, "en", outlet="Echo"), Document("b", LONG + "Added here.", "en", outlet="Post")]
    (origin,) = of(documents)
    assert origin.members == ("a", "b")
    assert origin.named == "Echo"
    assert origin.reasons[0].code == "copied"


def test_a_copied_passage_counts_outside_quotation_marks_only():
    shared = "while most of the passengers were still asleep in their cabins below the car deck on that day"
    mine, yours = LONG * 2 + shared, OTHER * 4 + shared
    (origin,) = of([Document("a", mine, "en"), Document("b", yours, "en")])
    assert origin.reasons[0].code == "copied-passage"
    quoted = [Document("a", LONG * 2 + f"“{shared}”", "en"), Document("b", OTHER * 4 + f"“{shared}”", "en")]
    assert not of(quoted)


def test_accounts_that_share_nothing_are_in_no_group():
    assert not of([Document("a", LONG, "en"), Document("b", OTHER * 3, "en")])


def test_the_same_words_and_the_one_who_said_them():
    story = Story()
    for ident in "ab":
        story.account(ident)
        story.says(ident, ("First note, short. " * 9 if ident == "a" else OTHER * 3), "w:x w:y", form="indirect")
        story.says(ident, "We shall not leave this bridge before the spring", "stay bridge", by="Ada Roule")
    found = of(story.documents(), story.statements())
    assert [origin.reasons[0].code for origin in found] == ["same-words", "stated-source"]
    assert {origin.named for origin in found} == {"Ada Roule"}
    assert all(len(origin.members) == 2 for origin in found)


def test_unnamed_sources_behind_one_outlet_are_one_origin():
    text = "First the plan. Then the date. Then the doubt."
    document = Document("a", text, "en")
    outlet, unnamed = Voice("outlet", None, "The Ledger"), Voice("unnamed", None, "its sources")
    said = [
        ("First the plan.", Attribution(outlet, source=Attribution(unnamed))),
        ("Then the date.", Attribution(Voice("unnamed", None, "one of these people"))),
        ("Then the doubt.", Attribution(Voice("named", None, "Ada Roule"))),
    ]
    statements = []
    for words, attribution in said:
        anchor = document.anchor(text.index(words), text.index(words) + len(words))
        statements.append(Statement(Statement.make_id("quotation", anchor), "quotation", anchor, object(), attribution))
    groups = {origin.named: len(origin.members) for origin in of([document], statements)}
    assert groups == {"The Ledger": 2, "Ada Roule": 1}
