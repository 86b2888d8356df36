"""What the views gather: figures over time, copies as one line, deadlines with what became of them."""

import datetime as dt
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import sample

from recoupe.kinds.figure.body import FigureBody
from recoupe.report.view.book import Book, alike
from recoupe.report.view.plot import plot
from recoupe.report.view.speakers import speakers
from recoupe.report.view.timeline import timeline
from recoupe.report.words import Words
from recoupe.types import Document, Dossier, Quantity, Statement, Timex

WORDS = Words("en")


def counted(*rows):
    """A dossier of one figure an account: (day, low, high, the day it holds at)."""
    documents, statements = [], []
    for n, (day, low, high, holds) in enumerate(rows):
        text = f"Account {n} counts {low} to {high} boats."
        document = Document(f"d-{n}", text, "en", f"{n}.txt", f"Paper {n}", None, None, day)
        number = Quantity(None if low is None else Decimal(low), None if high is None else Decimal(high), "count")
        anchor = document.anchor(0, 9)
        made = Statement(Statement.make_id("figure", anchor), "figure", anchor, FigureBody(number), value=number)
        documents.append(document)
        statements.append(replace(made, holds_at=holds))
    return Dossier(tuple(documents), tuple(statements))


def drawn(*rows):
    book = Book(counted(*rows), WORDS)
    return plot([(p, p.statement.value, str(n)) for n, p in enumerate(book.of_kind("figure"))], WORDS)


MARCH = [dt.date(2031, 3, day) for day in range(1, 10)]


def test_later_is_further_right_and_more_is_higher():
    made = drawn((MARCH[0], 10, 10, None), (MARCH[2], 30, 30, None), (MARCH[4], 20, 25, None))
    first, second, third = made.marks
    assert first.x < second.x < third.x
    assert first.y > third.y > second.y
    assert third.top < third.bottom and first.top == first.bottom
    assert all(made.left <= mark.x <= made.right for mark in made.marks)
    assert [label for _, label in made.days] == ["1 March 2031", "3 March 2031", "5 March 2031"]


def test_a_figure_stands_where_it_holds_not_where_it_was_printed():
    held = Timex("DATE", "2031-03-01", None, MARCH[0], MARCH[0])
    made = drawn((MARCH[6], 10, 10, held), (MARCH[3], 30, 30, None))
    assert [mark.number for mark in made.marks] == [1, 2]


def test_an_open_end_reaches_the_edge():
    made = drawn((MARCH[0], 10, None, None), (MARCH[2], None, 30, None))
    low, high = made.marks
    assert low.open_high and low.top < high.top and high.open_low and high.bottom == made.base


@pytest.mark.parametrize(
    "rows",
    [
        [(MARCH[0], 10, 10, None), (MARCH[0], 20, 20, None)],
        [(MARCH[0], 10, 10, None), (MARCH[1], 10, 10, None)],
        [(None, 10, 10, None), (MARCH[1], 20, 20, None)],
        [(MARCH[0], 10, 10, None)],
    ],
)
def test_nothing_is_drawn_over_time_without_two_moments_and_two_values(rows):
    assert drawn(*rows) is None


def test_marks_of_one_day_and_value_stand_side_by_side():
    made = drawn(*[(MARCH[0], 10, 10, None)] * 3, (MARCH[5], 40, 40, None))
    assert len({mark.x for mark in made.marks[:3]}) == 3


def test_copies_are_one_line_and_none_is_lost():
    book = Book(sample.dossier(), WORDS)
    told = speakers(book)
    held = [passage.key for speaker in told for row in speaker.said for passage in row.passages]
    assert sorted(held) == sorted(passage.key for passage in book.of_kind("quotation"))
    assert sum(speaker.count for speaker in told) == len(held)
    assert any(len(row.passages) > 1 for speaker in told for row in speaker.said)
    for group in alike(book.passages.values()):
        assert len({(p.kind, " ".join(p.statement.anchor.exact.split()).casefold()) for p in group}) == 1


def test_every_time_is_on_the_timeline_once():
    book = Book(sample.dossier(), WORDS)
    made = timeline(book)
    rows = [row for moment in made.moments for row in moment.rows]
    keys = [t.key for row in rows for t in row.times]
    keys += [p.key for row in rows for p in row.passages if p.kind == "time"]
    keys += [undated.passage.key for undated in (*made.vague, *made.unresolved)]
    assert sorted(keys) == sorted(passage.key for passage in book.of_kind("time"))


def test_a_deadline_says_what_became_of_it():
    book = Book(sample.dossier(), WORDS)
    rows = [row for moment in timeline(book).moments for row in moment.rows if row.passage.kind == "commitment"]
    assert any(row.became for row in rows)
