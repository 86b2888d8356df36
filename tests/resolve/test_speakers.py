"""Who a speaker is, with entities made by hand: no model is needed."""

from recoupe.kinds.quotation.body import QuotationBody
from recoupe.resolve.speakers import resolve_speakers
from recoupe.types import Attribution, Document, Entity, Mention, Statement, Voice


def _document(text):
    return Document(id="d-1", text=text, lang="fr")


def _anchor(document, words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return document.anchor(start, start + len(words))


def _said(document, content, speaker, sentence, pronoun=None, nth=0, **voice):
    passage = _anchor(document, content)
    mention = _anchor(document, speaker, nth) if speaker else None
    named = None if pronoun else speaker
    who = Voice(voice.pop("kind", "named"), mention, named, **voice)
    body = QuotationBody((passage,), "indirect", "test", pronoun=pronoun, sentence=sentence)
    return Statement(Statement.make_id("quotation", passage), "quotation", passage, body, Attribution(who))


def _person(document, named, *names, role=None, gender=None):
    mentions = [Mention(_anchor(document, n), "PER", "name", gender) for n in names]
    if role:
        mentions.append(Mention(_anchor(document, role), "PER", "role", gender))
    return Entity("e-" + named, named, "PER", tuple(mentions))


def _named(statements, document, entities):
    return [s.attribution.voice.named for s in resolve_speakers(statements, entities, {document.id: document})]


def test_a_family_name_is_the_full_name():
    doc = _document("Le préfet, Hugo Valnac, est venu. Valnac dit que tout va bien.")
    valnac = Entity("e", "Hugo Valnac", "PER", (
        Mention(_anchor(doc, "Hugo Valnac"), "PER"), Mention(_anchor(doc, "Valnac", 1), "PER"),
    ))  # fmt: skip
    assert _named([_said(doc, "tout va bien", "Valnac", 1, nth=1)], doc, [valnac]) == ["Hugo Valnac"]


def test_a_pronoun_is_the_last_fitting_speaker():
    doc = _document("Inès Barral dit que oui. Hugo Valnac dit que non. Elle ajoute que peut-être.")
    people = [
        _person(doc, "Inès Barral", "Inès Barral", gender="fem"),
        _person(doc, "Hugo Valnac", "Hugo Valnac", gender="masc"),
    ]
    said = [
        _said(doc, "oui", "Inès Barral", 0), _said(doc, "non", "Hugo Valnac", 1),
        _said(doc, "peut-être", "Elle", 2, pronoun="elle", gender="fem", number="sing"),
    ]  # fmt: skip
    assert _named(said, doc, people) == ["Inès Barral", "Hugo Valnac", "Inès Barral"]


def test_a_plural_pronoun_is_never_one_person():
    doc = _document("Hugo Valnac dit que non. Ils ajoutent que peut-être.")
    said = [_said(doc, "non", "Hugo Valnac", 0), _said(doc, "peut-être", "Ils", 1, pronoun="ils", number="plur")]
    assert _named(said, doc, [_person(doc, "Hugo Valnac", "Hugo Valnac")]) == ["Hugo Valnac", None]


def test_a_complement_is_not_the_speaker():
    doc = _document("L'avocat de Hugo Valnac dit que oui.")
    said = [_said(doc, "oui", "L'avocat de Hugo Valnac", 0)]
    assert _named(said, doc, [_person(doc, "Hugo Valnac", "Hugo Valnac")]) == ["L'avocat de Hugo Valnac"]


def test_an_unnamed_source_keeps_its_description():
    doc = _document("Hugo Valnac dit que oui. Un proche de Hugo Valnac dit que non.")
    said = [_said(doc, "non", "Un proche de Hugo Valnac", 1, kind="unnamed")]
    assert _named(said, doc, [_person(doc, "Hugo Valnac", "Hugo Valnac")]) == ["Un proche de Hugo Valnac"]


def test_an_office_said_elsewhere_in_the_story_is_its_one_bearer():
    doc = _document("Le ministre des Ports, Hugo Valnac, est venu. Le ministre des Ports dit que oui.")
    valnac = Entity("e", "Hugo Valnac", "PER", (
        Mention(_anchor(doc, "ministre des Ports"), "PER", "role"), Mention(_anchor(doc, "Hugo Valnac"), "PER"),
        Mention(_anchor(doc, "ministre des Ports", 1), "PER", "role"),
    ))  # fmt: skip
    assert _named([_said(doc, "oui", "Le ministre des Ports", 1, nth=1)], doc, [valnac]) == ["Hugo Valnac"]


def test_nobody_is_named_when_nobody_fits():
    doc = _document("La pluie tombe. Il dit que non.")
    assert _named([_said(doc, "non", "Il", 1, pronoun="il", gender="masc", number="sing")], doc, []) == [None]


def test_a_pronoun_once_used_for_someone_says_their_gender():
    doc = _document("Camille Roy dit que oui. Il ajoute que non. Elle précise que peut-être.")
    said = [
        _said(doc, "oui", "Camille Roy", 0),
        _said(doc, "non", "Il", 1, pronoun="il", gender="masc", number="sing"),
        _said(doc, "peut-être", "Elle", 2, pronoun="elle", gender="fem", number="sing"),
    ]
    assert _named(said, doc, [_person(doc, "Camille Roy", "Camille Roy")]) == ["Camille Roy", "Camille Roy", None]
