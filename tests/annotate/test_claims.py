"""Clauses as terms: split where the text has clauses, the same terms in French and English, the factuality of each."""

import pytest

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.claims import claims
from recoupe.annotate.mentions import find
from recoupe.annotate.pipeline import load
from recoupe.annotate.whitespace import parse
from recoupe.lang import table
from recoupe.types import Document


def of(lang, text, start=0, end=None):
    document = Document("d-1", text, lang)
    doc = parse(load(lang), text)
    return claims(Annotated(document, doc, find(document, doc)), start, len(text) if end is None else end)


def terms(lang, text):
    return {term for claim in of(lang, text) for term in claim.terms}


@pytest.mark.parametrize(
    ("french", "english", "shared"),
    [
        ("Les soldats ont quitté la base.", "The soldiers left the base.", {"c:troops", "c:leave", "c:base"}),
        ("Le gouvernement a annulé la réforme.", "The government scrapped the reform.", {"c:government", "c:reform"}),
        ("Trois personnes ont été arrêtées.", "Three people were arrested.", {"c:person", "c:arrest"}),
        ("La police a dispersé les manifestants.", "Police dispersed the protesters.", {"c:police", "c:protest"}),
        ("Le pont est fermé.", "The bridge is closed.", {"c:bridge", "c:close"}),
        ("Les troupes américaines restent.", "The American troops stay.", {"c:troops", "c:stay", "n:territory:US"}),
        ("Le premier ministre a démissionné.", "The prime minister resigned.", {"c:prime_minister", "c:resign"}),
    ],
)
def test_french_and_english_meet(french, english, shared):
    assert shared <= terms("fr", french)
    assert shared <= terms("en", english)


@pytest.mark.parametrize(
    ("lang", "text", "head"),
    [
        ("fr", "L'usine n'a plus besoin de saisonniers.", "c:need"),
        ("fr", "Le maire a annoncé la fermeture du marché couvert.", "c:close"),
        ("en", "The mayor announced the closure of the covered market.", "c:close"),
    ],
)
def test_a_verb_that_says_little_leaves_the_head_to_its_object(lang, text, head):
    assert head in {claim.head for claim in of(lang, text)}


def test_a_passage_of_two_clauses_gives_two():
    found = of("fr", "Le quai rouvrira vendredi et les travaux ne coûteront rien à la ville.")
    assert [claim.factuality.polarity for claim in found] == ["positive", "negative"]
    assert "c:open" in found[0].terms
    assert "c:price" in found[1].terms


def test_a_noun_shares_the_negation_of_the_empty_verb_above_it():
    text = "Selon elle, ce plan ne constitue pas un retrait des troupes."
    start = text.index("un retrait")
    (claim,) = of("fr", text, start, len(text) - 1)
    assert claim.head == "c:withdraw"
    assert claim.factuality.polarity == "negative"


def test_dates_and_small_words_are_no_terms():
    assert not {t for t in terms("fr", "Lundi, à la fin de l'année, deux autres quais fermeront.") if "lundi" in t}
    assert "c:end" not in terms("fr", "Le quai fermera à la fin de l'année.")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_ambiguous_word_takes_the_sense_of_its_clause(lang):
    for row in table(lang, "concepts")["ambiguous"]:
        for example in row["examples"]:
            found = {term[2:] for term in terms(lang, example)}
            wanted = row["other"] if found & set(row["with"]) else row["default"]
            assert wanted in found, example


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_claims_lie_in_the_passage_and_hold_their_words(lang):
    text = {
        "fr": "Elle dit que le pont est fermé, que rien n'a bougé.",
        "en": "She says the bridge is shut and nobody moved.",
    }[lang]
    for start in range(0, len(text) - 10, 7):
        for claim in of(lang, text, start, len(text)):
            assert start <= claim.anchor.start < claim.anchor.end <= len(text)
            assert text[claim.anchor.start : claim.anchor.end] == claim.anchor.exact
            assert list(claim.terms) == sorted(set(claim.terms))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("text", ["", " ", "…", "« »", "12 %", "\u202e\u2066"])
def test_nothing_to_say_is_no_claim(lang, text):
    assert all(claim.terms for claim in of(lang, text))


@pytest.mark.parametrize(
    ("lang", "text", "head", "who"),
    [
        ("fr", "Le maire de Lorme, qui a démissionné lundi, est parti.", "c:resign", "c:mayor"),
        ("fr", "La police a arrêté Jean Morel, insulté par des manifestants.", "c:insult", "n:morel"),
        (
            "fr",
            "Ils ont croisé la route du philosophe Jean Morel, insulté par des manifestants.",
            "c:insult",
            "n:morel",
        ),
        ("fr", "La loi adoptée mardi par le Sénat sera publiée.", "c:approve", "c:law"),
        ("en", "The mayor, who resigned on Monday, left the city.", "c:resign", "c:mayor"),
        ("en", "Firefighters reached the store, which was destroyed by the blaze.", "c:destroy", "c:shop"),
    ],
)
def test_a_relative_or_participle_clause_speaks_of_its_antecedent(lang, text, head, who):
    own = [claim for claim in of(lang, text) if claim.head == head]
    assert own
    assert who in own[0].terms
    assert head not in own[0].subject + own[0].object


def test_of_two_nouns_it_may_follow_neither_is_taken():
    text = "La fermeture de la caserne du bourg, annoncée lundi par le préfet, inquiète les élus."
    assert not any("c:close" in claim.terms for claim in of("fr", text) if claim.head == "c:announce")


@pytest.mark.parametrize(
    ("lang", "text", "head"),
    [
        ("fr", "Le maire a été victime d'une agression lundi.", "c:attack"),
        ("fr", "La ministre a fait l'objet de menaces.", "c:threaten"),
        ("fr", "Le maire a été la cible d'insultes.", "c:insult"),
        ("fr", "Le projet a essuyé un refus.", "c:refuse"),
        ("fr", "Le philosophe a été visé par des injures.", "c:insult"),
        ("en", "The mayor was the victim of an attack on Monday.", "c:attack"),
        ("en", "The minister was the target of threats.", "c:threaten"),
        ("en", "The company is the subject of an investigation.", "c:investigate"),
    ],
)
def test_a_support_construction_is_about_its_noun(lang, text, head):
    assert [claim.head for claim in of(lang, text)] == [head]
