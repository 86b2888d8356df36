"""Names become one only for a reason that is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.resolve.entities import resolve_entities
from recoupe.types import Document, Entity, EntityType, Mention


def story(*texts: str) -> list[Document]:
    return [Document(f"d-{i}", text, "fr") for i, text in enumerate(texts)]


def mention(doc: Document, name: str, type_: EntityType = "PER", **more: object) -> Mention:
    start = doc.text.index(name)
    return Mention(doc.anchor(start, start + len(name)), type_, **more)  # type: ignore[arg-type]


def named(entities: list[Entity]) -> dict[str, set[str]]:
    return {e.named: {m.anchor.exact for m in e.names} for e in entities}


def test_a_family_name_alone_is_the_person_named_in_full() -> None:
    (doc,) = story("Lucie Renard est arrivée. Renard a parlé.")
    second = doc.text.rindex("Renard")
    mentions = [mention(doc, "Lucie Renard"), Mention(doc.anchor(second, second + 6), "PER")]
    assert named(resolve_entities([doc], {doc.id: mentions})) == {"Lucie Renard": {"Lucie Renard", "Renard"}}


def test_between_two_people_of_one_family_name_it_stays_apart() -> None:
    (doc,) = story("Lucie Morel et Paul Morel sont venus. M. Morel a parlé.")
    last = doc.text.rindex("Morel")
    mentions = [mention(doc, "Lucie Morel"), mention(doc, "Paul Morel"), Mention(doc.anchor(last, last + 5), "PER")]
    assert len(resolve_entities([doc], {doc.id: mentions})) == 3


def test_an_office_beside_a_name_and_later_alone_is_the_same_person() -> None:
    (doc,) = story("Le ministre des Transports, Hugo Valnac, est venu. Le ministre a signé.")
    name = mention(doc, "Hugo Valnac")
    beside = mention(doc, "ministre des Transports", form="role", apposed=name.anchor)
    start = doc.text.rindex("ministre")
    alone = Mention(doc.anchor(start, start + 8), "PER", "role")
    (entity,) = resolve_entities([doc], {doc.id: [beside, name, alone]})
    assert entity.named == "Hugo Valnac"
    assert len(entity.names) == 3
    assert {"office", "office-beside-name"} <= set(entity.reasons)


def test_two_ministers_keep_their_own_office() -> None:
    (doc,) = story("Le ministre des Transports, Hugo Valnac, et le ministre du Budget, Paul Rey. Le ministre a signé.")
    valnac, rey = mention(doc, "Hugo Valnac"), mention(doc, "Paul Rey")
    start = doc.text.rindex("ministre")
    mentions = [
        mention(doc, "ministre des Transports", form="role", apposed=valnac.anchor),
        valnac,
        mention(doc, "ministre du Budget", form="role", apposed=rey.anchor),
        rey,
        Mention(doc.anchor(start, start + 8), "PER", "role"),
    ]
    assert len(resolve_entities([doc], {doc.id: mentions})) == 3


def test_an_acronym_needs_the_text_to_set_it_beside_its_name() -> None:
    (doc,) = story("La Régie autonome du port (RAP) a fermé. Plus loin, la Route alpine du pays est coupée.")
    mentions = [
        mention(doc, "Régie autonome du port", "ORG"),
        mention(doc, "RAP", "ORG", form="acronym"),
        mention(doc, "Route alpine du pays", "ORG"),
    ]
    assert named(resolve_entities([doc], {doc.id: mentions})) == {
        "Régie autonome du port": {"Régie autonome du port", "RAP"},
        "Route alpine du pays": {"Route alpine du pays"},
    }


def test_spelling_variants_join_across_accounts_and_near_names_do_not() -> None:
    left, right, third = story("Mustapha Kaddouri parle.", "Mustafa Kadouri parle.", "Martine Kadour parle.")
    mentions = {
        left.id: [mention(left, "Mustapha Kaddouri")],
        right.id: [mention(right, "Mustafa Kadouri")],
        third.id: [mention(third, "Martine Kadour")],
    }
    found = resolve_entities([left, right, third], mentions)
    assert [e.reasons for e in found] == [("variant-spelling",), ()]
    assert named(found) == {
        "Mustapha Kaddouri": {"Mustapha Kaddouri", "Mustafa Kadouri"},
        "Martine Kadour": {"Martine Kadour"},
    }


def test_a_country_is_one_entity_in_french_and_english() -> None:
    left, right = story("L'Allemagne a signé.", "Germany signed.")
    mentions = {
        left.id: [mention(left, "Allemagne", "LOC", known_as="territory:DE")],
        right.id: [mention(right, "Germany", "LOC", known_as="territory:DE")],
    }
    (entity,) = resolve_entities([left, right], mentions)
    assert entity.reasons == ("known-name",)


NAMES = st.lists(st.sampled_from(["Ana Ruiz", "Ruiz", "Bob Lee", "Lee", "ABC", "Port Salan"]), min_size=1, max_size=8)


@given(NAMES)
def test_no_mention_is_lost_or_doubled_and_order_is_fixed(names: list[str]) -> None:
    doc = Document("d-1", " . ".join(names), "fr")
    mentions, at = [], 0
    for name in names:
        mentions.append(Mention(doc.anchor(at, at + len(name)), "PER"))
        at += len(name) + 3
    entities = resolve_entities([doc], {doc.id: mentions})
    assert sorted(m.anchor.start for e in entities for m in e.names) == [m.anchor.start for m in mentions]
    assert entities == resolve_entities([doc], {doc.id: mentions})
    assert len({e.id for e in entities}) == len(entities)


def test_a_name_the_model_takes_for_a_person_s_in_one_account_only_is_one_unless_both_show_what_it_is() -> None:
    left, right = story("Superlane ferme. Jean Brec parle.", "Superlane ouvre. Il pleut à Brec.")
    mentions = {
        left.id: [mention(left, "Superlane"), mention(left, "Jean Brec")],
        right.id: [mention(right, "Superlane", "LOC"), mention(right, "Brec", "LOC")],
    }
    found = named(resolve_entities([left, right], mentions))
    assert set(found) == {"Superlane", "Jean Brec", "Brec"}
    left, right = story("Kate Palin a perdu.", "Palin se tait.")
    mentions = {left.id: [mention(left, "Kate Palin", gender="fem")], right.id: [mention(right, "Palin", "ORG")]}
    (entity,) = resolve_entities([left, right], mentions)
    assert entity.type == "PER"
    left, right = story("M. Bolton a perdu.", "Il vit à Bolton.")
    mentions = {left.id: [mention(left, "Bolton", gender="masc")], right.id: [mention(right, "Bolton", "LOC")]}
    assert len(resolve_entities([left, right], mentions)) == 2
