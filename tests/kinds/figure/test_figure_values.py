from __future__ import annotations

from decimal import Decimal

import pytest

from recoupe.types import Document, Statement, Timex

READ = [
    ("fr", "Le préfet a compté 12.300 grévistes.", [("12.300", 12300, 12300, "count", "grévistes")]),
    ("fr", "Le préfet a compté 12 300 grévistes.", [("12 300", 12300, 12300, "count", "grévistes")]),
    ("fr", "Le préfet a compté 12\u202f300 grévistes.", [("12\u202f300", 12300, 12300, "count", "grévistes")]),
    ("fr", "Le canton verse 1’200 francs suisses.", [("1’200", 1200, 1200, "CHF", None)]),
    ("fr", "Le pont a coûté 2,5 millions d'euros.", [("2,5 millions", 2500000, 2500000, "EUR", None)]),
    (
        "fr",
        "Le port a perdu un million et demi de clients.",
        [("un million et demi", 1500000, 1500000, "count", "clients")],
    ),
    ("fr", "Une vingtaine de chalutiers sont là.", [("Une vingtaine", 18, 22, "count", "chalutiers")]),
    ("fr", "Plus d'une vingtaine de chalutiers sont là.", [("Plus d'une vingtaine", 20, None, "count", "chalutiers")]),
    (
        "fr",
        "Des centaines de milliers de foyers sont privés d'eau.",
        [("Des centaines de milliers", 200000, None, "count", None)],
    ),
    ("fr", "Environ 900 marins sont rentrés.", [("Environ 900", 810, 990, "count", "marins")]),
    ("fr", "Près de 900 marins sont rentrés.", [("Près de 900", 810, 900, "count", "marins")]),
    ("fr", "Moins de 900 marins sont rentrés.", [("Moins de 900", None, 900, "count", "marins")]),
    ("fr", "Entre 300 et 400 vaches ont fui.", [("Entre 300 et 400", 300, 400, "count", "vaches")]),
    (
        "fr",
        "La pêche rapporte 1,2 à 1,4 milliard d'euros.",
        [("1,2 à 1,4 milliard", 1200000000, 1400000000, "EUR", None)],
    ),
    ("fr", "Il faudra cinq ou six camions.", [("cinq ou six", 5, 6, "count", "camions")]),
    ("fr", "Le taux est passé de 3 % à 5 %.", [("3 %", 3, 3, "percent", None), ("5 %", 5, 5, "percent", None)]),
    ("fr", "Un pêcheur sur cinq a renoncé.", [("Un pêcheur sur cinq", 0.2, 0.2, "ratio", None)]),
    (
        "fr",
        "La motion a recueilli 41 voix pour, 12 contre.",
        [("41", 41, 41, "count", "voix"), ("12", 12, 12, "count", "voix")],
    ),
    ("fr", "Au moins un mort est à déplorer.", [("Au moins un", 1, None, "count", "mort")]),
    ("en", "Police counted 12,300 strikers.", [("12,300", 12300, 12300, "count", "strikers")]),
    ("en", "The bridge cost $2.5 million.", [("$2.5 million", 2500000, 2500000, "USD", None)]),
    ("en", "The bridge cost £3bn.", [("£3bn", 3000000000, 3000000000, "GBP", None)]),
    ("en", "A dozen trawlers waited.", [("A dozen", 11, 13, "count", "trawlers")]),
    ("en", "Two dozen trawlers were lost.", [("Two dozen", 22, 26, "count", "trawlers")]),
    ("en", "Tens of thousands of homes had no water.", [("Tens of thousands", 20000, None, "count", "homes")]),
    ("en", "More than 50 sailors are back.", [("More than 50", 50, None, "count", "sailors")]),
    ("en", "Nearly 100 sailors are back.", [("Nearly 100", 90, 100, "count", "sailors")]),
    ("en", "Between 300 and 400 cows fled.", [("Between 300 and 400", 300, 400, "count", None)]),
    ("en", "Prices rose from 3% to 5%.", [("3%", 3, 3, "percent", None), ("5%", 5, 5, "percent", None)]),
    ("en", "One in five fishermen gave up.", [("One in five", 0.2, 0.2, "ratio", None)]),
    ("en", "Two of the mayor's aides were heard.", [("Two", 2, 2, "count", None)]),
]


def rounded(value):
    return value if value is None else round(value, 6)


@pytest.mark.parametrize(("lang", "text", "expected"), READ, ids=[text for _, text, _ in READ])
def test_reads_what_a_careful_reader_reads(read, lang, text, expected):
    rows = [statement.body.row(statement) for statement in read(text, lang)]
    assert [(r["text"], rounded(r["low"]), rounded(r["high"]), r["unit"]) for r in rows] == [e[:4] for e in expected]
    for row, (*_, counted) in zip(rows, expected, strict=True):
        assert counted is None or row["counted"] == counted


def test_bounds_are_decimals_and_the_row_has_integers_where_it_can(read):
    (statement,) = read("Le taux atteint 0,1 %.", "fr")
    assert statement.value.low == Decimal("0.1")
    (statement,) = read("Le taux atteint 4 %.", "fr")
    assert isinstance(statement.body.row(statement)["low"], int)


def test_a_second_figure_counts_what_the_first_counted(read):
    first, second = read("La police a vu 700 marcheurs en ville et 90 dans le port.", "fr")
    assert second.body.inherited
    assert second.body.counted == first.body.counted


def test_a_bare_sum_takes_the_only_currency_of_the_account(read):
    text = "La dette, c'est plus de 40 milliards, dit-il. Le prêt est de 3 millions d'euros."
    assert [s.value.unit for s in read(text, "fr")] == ["EUR", "EUR"]


def timed(text: str, words: str, value: str) -> Statement:
    document = Document(id="d", text=text, lang="fr")
    start = text.index(words)
    anchor = document.anchor(start, start + len(words))
    timex = Timex("DATE", value)
    return Statement(Statement.make_id("time", anchor), "time", anchor, body=None, value=timex)  # type: ignore[arg-type]


def test_the_figure_holds_at_the_date_of_its_clause_and_not_at_one_it_is_compared_with(read):
    text = "Lundi, le maire a compté 60 tentes, un chiffre en recul par rapport à mardi."
    found = (timed(text, "Lundi", "2031-03-03"), timed(text, "mardi", "2031-02-25"))
    (statement,) = read(text, "fr", found)
    assert statement.body.row(statement)["holds_at"] == "2031-03-03"


def test_nothing_is_read_inside_a_time_expression(read):
    text = "Il a régné dix-huit ans et 300 jours."
    assert read(text, "fr", (timed(text, "dix-huit ans et 300 jours", "P18Y"),)) == []


def test_the_first_figure_of_a_change_counts_what_the_second_names(read):
    first, second = read("Le bilan est passé de 12 à 18 morts.", "fr")
    assert first.body.inherited
    assert first.body.counted == second.body.counted


def test_a_part_of_a_sum_is_in_the_currency_of_the_sum(read):
    text = (
        "Le port reçoit 3,5 milliards d'euros, dont 800 millions dès lundi. La rançon était de 2 millions de dollars."
    )
    assert [s.value.unit for s in read(text, "fr")] == ["EUR", "EUR", "USD"]


def test_what_is_counted_is_not_lent_to_the_next_sentence(read):
    first, second = read("The raid drew several dozen firefighters. It wounded 12, police said.", "en")
    assert first.body.counted
    assert second.body.counted is None
