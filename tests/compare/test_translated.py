"""Accounts that follow one another sentence by sentence in two languages."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from recoupe.compare.grid import Roots
from recoupe.compare.parallel import Line, Lined, reach
from recoupe.pipeline import run
from recoupe.types import Document

FOLDER = Path(__file__).parents[2] / "bench" / "crosslang"
DAY = dt.date(2031, 4, 24)
APART = """A crane fell on the North Quay of Port-Salan, and the harbour has been quiet since.
Families waited all night outside the small hospital, where nurses handed out blankets and coffee.
"Nobody has told us anything," a woman said, her hands in her sleeves.
Fourteen men were hurt, some of them badly, according to Hugo Valnac, the prefect.
The fishermen, who had long complained of the noise, brought soup.
An old docker remembered the storm that had taken two cranes when he was young.
Nobody knows when the site will open again, and the shops on the front are closed.
The mayor will speak in church on Sunday."""


def account(lang, text):
    return Document(lang, text, lang, outlet={"fr": "Écho", "en": "Post"}[lang], published=DAY)


def read(story, lang):
    return (FOLDER / story / f"{lang}.txt").read_text("utf-8").splitlines()


@cache
def told(story):
    return run([account(lang, "\n\n".join(read(story, lang))) for lang in ("fr", "en")])


@pytest.mark.parametrize("story", ["quai", "barrage"])
def test_a_translation_is_one_origin_with_what_it_translates(story):
    (origin,) = [o for o in told(story).origins if o.reasons[0].code == "translated"]
    assert set(origin.members) == {"fr", "en"}
    assert int(dict(origin.reasons[0].args)["percent"]) >= 60


def test_what_stands_at_the_same_place_is_linked_and_rests_on_one_origin():
    dossier = told("quai")
    by_id = {s.id: s for s in dossier.statements}
    links = [link for link in dossier.links if any(r.code == "same-place" for r in link.reasons)]
    assert len(links) >= 2
    assert all(link.relation == "agrees" and by_id[link.left].kind == by_id[link.right].kind for link in links)
    events = [s for s in dossier.statements if s.kind == "event"]
    assert Roots(dossier).count(events) == 1


def test_the_same_sentences_in_another_order_are_no_translation():
    english = read("quai", "en")
    documents = [account("fr", "\n\n".join(read("quai", "fr"))), account("en", "\n\n".join(english[::-1]))]
    assert not [o for o in run(documents).origins if o.reasons[0].code == "translated"]


def test_a_report_of_ones_own_in_another_language_is_no_translation():
    documents = [account("fr", "\n\n".join(read("quai", "fr"))), account("en", APART.replace("\n", "\n\n"))]
    dossier = run(documents)
    assert not [o for o in dossier.origins if o.reasons[0].code == "translated"]
    assert not [link for link in dossier.links if any(r.code == "same-place" for r in link.reasons)]


def lines(*told, size=40):
    return [Line(n * size, (n + 1) * size, frozenset(terms.split())) for n, terms in enumerate(told)]


def test_sentences_without_a_word_in_common_are_lined_up_by_what_stands_around_them():
    lined = Lined(lines("n:a c:x", "w:un", "n:b c:y"), lines("n:a c:x", "w:two", "n:b c:y"))
    assert [(row.left, row.right) for row in lined.rows] == [((0, 1), (0, 1)), ((1, 2), (1, 2)), ((2, 3), (2, 3))]


def test_one_sentence_may_be_told_in_two():
    lined = Lined(
        [Line(0, 80, frozenset(["n:a", "c:x", "n:b", "c:y"])), *lines("n:c c:z")],
        [*lines("n:a c:x", "n:b c:y"), *lines("n:c c:z")],
    )
    assert [(row.left, row.right) for row in lined.rows] == [((0, 1), (0, 2)), ((1, 2), (2, 3))]


def test_long_words_meet_by_how_they_begin():
    assert reach(["w:conservateur", "w:mare"]) == {"g:conser", "w:mare"}
    assert reach(["w:conservative"]) <= reach(["w:conservateur"])


def test_an_exact_number_beside_one_name_is_one_figure_though_no_shared_word_says_what_it_counts():
    french = "Le groupe Norvane a cédé ses 281 officines en mai. Il en ouvrira 40 autres."
    english = "It was a long week. In the end Norvane sold its 281 chemists. It has 40 vans."
    dossier = run([account("fr", french), account("en", english)])
    by_id = {s.id: s for s in dossier.statements}
    pairs = [{by_id[link.left].anchor.exact, by_id[link.right].anchor.exact} for link in dossier.links]
    assert any("281" in " ".join(pair) for pair in pairs)
    assert not any("40" in " ".join(pair) for pair in pairs)
