"""Two clauses on one matter: agreeing, at odds, moved on, or no link at all; each with a reason that names why."""

import pytest

from recoupe.compare import compare
from tests.compare.story import Story


def link(story, entities=()):
    links, _ = compare(story.documents(), story.statements(), entities)
    assert len(links) <= 1, links
    return links[0] if links else None


def codes(found):
    return {reason.code for reason in found.reasons}


def pair(left, right, days=("2024-05-01", "2024-05-01"), langs=("en", "en")):
    """A story of two accounts with one clause each and a little noise, so that words have weights."""
    story = Story()
    for ident, date, lang, (terms, given) in zip("ab", days, langs, (left, right), strict=True):
        story.account(ident, date, lang)
        how = dict(given)
        made = story.plans if "due" in how or how.pop("plan", False) else story.says
        made(ident, f"Here{ident} there{ident}.", terms, **how)
        for number in range(4):
            story.says(
                ident,
                f"Noise {number} of {ident}.",
                f"w:{ident}{number}noise w:{ident}{number}other",
            )
    return story


def test_the_same_said_by_two_speakers_agrees_and_names_them():
    found = link(
        pair(("withdraw troops n:territory:IQ", {"by": "Ada"}), ("withdraw troops n:territory:IQ", {"by": "Ben"}))
    )
    assert found.relation == "agrees"
    assert {"same-matter", "both-affirm", "different-speakers"} <= codes(found)


def test_a_french_and_an_english_clause_meet_in_their_concepts():
    found = link(pair(("withdraw troops bridge", {}), ("withdraw troops bridge", {}), langs=("fr", "en")))
    assert found.relation == "agrees"
    terms = dict(found.reasons[0].args)["terms"]
    assert "retrait" in terms, "the reason speaks the language of the left account"


def test_one_affirms_what_the_other_denies():
    found = link(pair(("lose job company", {"by": "Ada"}), ("lose job company", {"by": "Ben", "denied": True})))
    assert found.relation == "contradicts"
    assert "opposite-polarity" in codes(found)


def test_opposite_concepts_contradict():
    found = link(pair(("stay troops city bridge", {}), ("withdraw troops city bridge", {})))
    assert found.relation == "contradicts"
    reason = next(reason for reason in found.reasons if reason.code == "opposite-concepts")
    assert dict(reason.args) == {"left": "stay", "right": "withdrawal"}


def test_the_narrower_group_is_said():
    found = link(pair(("withdraw troops combat port", {}), ("withdraw troops port", {"denied": True})))
    assert found.relation == "contradicts"
    assert "narrower" in codes(found)


def test_both_denied_is_agreement():
    found = link(pair(("need troops combat", {"denied": True}), ("need troops combat", {"denied": True})))
    assert found.relation == "agrees"
    assert "both-deny" in codes(found)


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (("lose job company", {"certainty": "unknown"}), ("lose job company", {"denied": True}), "a question"),
        (("lose job company", {"certainty": "possible"}), ("lose job company", {"denied": True}), "a supposition"),
        (("lose job company", {}), ("build bridge lane", {"denied": True}), "other matters"),
        (("injure person", {}), ("injure person", {}), "a count is left to the figures"),
        (("increase tax fuel require", {}), ("decrease tax fuel", {}), "a demand is no fact"),
        (("w:jacket w:yellow", {}), ("w:jacket w:yellow", {}), "two bare words"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nothing_is_claimed_when_nothing_sure_can_be_said(left, right, why):
    found = link(pair(left, right))
    assert found is None or found.relation == "unsure", why


def test_another_date_for_one_plan_is_a_change_not_a_contradiction():
    left = ("open port north", {"tense": "future", "due": "2024-05-03"})
    right = ("open port north", {"tense": "future", "due": "2024-05-31"})
    found = link(pair(left, right, ("2024-05-01", "2024-05-02")))
    assert found.relation == "changed"
    reason = next(reason for reason in found.reasons if reason.code == "due-moved")
    assert dict(reason.args) == {"before": "2024-05-03", "after": "2024-05-31"}


def test_a_plan_given_up_is_a_change():
    left = ("open port north", {"tense": "future", "due": "2024-05-03"})
    right = ("open port north", {"tense": "future", "due": "2024-05-03", "denied": True})
    found = link(pair(left, right, ("2024-05-01", "2024-05-02")))
    assert found.relation == "changed"
    assert "given-up" in codes(found)


def test_a_plan_that_came_true_is_a_change_and_needs_an_order_in_time():
    left = ("sign treaty country", {"tense": "future", "plan": True})
    right = ("sign treaty country", {"tense": "past"})
    found = link(pair(left, right, ("2024-05-01", "2024-05-04")))
    assert found.relation == "changed"
    assert {"carried-out", "published"} <= codes(found)
    assert link(pair(left, right)).relation != "changed"


def test_a_further_stage_is_a_change():
    found = link(pair(("suspend tax fuel", {}), ("cancel tax fuel", {}), ("2024-05-01", "2024-05-02")))
    assert found.relation == "changed"
    assert "next-step" in codes(found)
    back = link(pair(("cancel tax fuel", {}), ("suspend tax fuel", {}), ("2024-05-01", "2024-05-02")))
    assert back.relation == "unsure"


def test_nothing_fixed_then_a_date_is_a_change():
    left = ("detail date withdraw troops", {"denied": True})
    right = ("withdraw troops mission", {"tense": "future", "due": "2024-12-31"})
    found = link(pair(left, right, ("2024-05-01", "2024-07-01")))
    assert found.relation == "changed"
    assert "date-set" in codes(found)


def test_an_old_event_does_not_contradict_what_is_said_of_today():
    found = link(pair(("withdraw troops country", {"at": "2011-12-01"}), ("deploy troops country", {})))
    assert found.relation == "unsure"


def test_a_denial_is_set_against_what_it_denies_inside_one_account():
    story = Story()
    story.account("a", "2024-05-01")
    told = story.says("a", "The engine had failed, said Ada.", "outage engine ship", by="Ada")
    denied = story.says("a", "Ben denied any failure of the engine.", "deny outage engine", by="Ben", subject="w:ben")
    statements = story.statements()
    found = link(story)
    assert (found.left, found.right) == (statements[told].id, statements[denied].id)
    assert found.relation == "contradicts"
    assert {"disputes", "different-speakers"} <= codes(found)


def test_one_speaker_does_not_contradict_themselves_inside_one_account():
    story = Story()
    story.account("a", "2024-05-01")
    story.says("a", "Jobs will go, said Ada.", "lose job company", by="Ada")
    story.says("a", "No job will go at the other plant, said Ada.", "lose job company", by="Ada", denied=True)
    assert link(story) is None


def test_the_same_words_quoted_agree():
    story = Story()
    for ident in "ab":
        story.account(ident, "2024-05-01")
        story.says(
            ident, "We shall not leave this bridge before the spring, she said", "w:" + ident + " w:z" + ident, by="Ada"
        )
    found = link(story)
    assert found.relation == "agrees"
    assert "same-words" in codes(found)
