"""Marks that nest, cross, repeat and run over paragraphs keep every character and every id."""

import re
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from page_reader import Page

from recoupe.report.view.context import after, before
from recoupe.report.view.marks import Mark
from recoupe.report.view.text import crossing_rules, laid_out


def read(text, marks):
    html = laid_out(text, marks, {m.ident: n for n, m in enumerate(marks, 1)})
    return html, Page(f'<div class="body" id="t">{html}</div>')


def squeezed(text):
    return "".join(text.split())


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet="ab<& \n\"'", min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=7, unique=True),
)
def test_any_marks_keep_the_text_and_find_their_words(text, spans):
    spans = [(s, s + n) for s, n in spans if s + n <= len(text)]
    marks = [Mark(s, e, "k time", f"s-{s}-{e}", f"c-{s}-{e}", "time") for s, e in spans]
    html, page = read(text, marks)
    assert squeezed(page.words("t")) == squeezed(text)
    for mark in marks:
        assert page.ids.count(mark.ident) == 1
        assert squeezed(page.words(mark.ident)) == squeezed(text[mark.start : mark.end])
        assert f"c-{mark.start}-{mark.end}" in page.targets
    assert html.count("<span") == html.count("</span>")
    assert html.count("<p>") == html.count("</p>")


def test_marks_that_cross_are_cut_and_every_piece_lights():
    marks = [Mark(0, 4, "k time", "s-one", "c-one", "x"), Mark(2, 6, "k event", "s-two", "c-two", "y")]
    html, _ = read("abcdef", marks)
    assert html.count('data-of="s-two"') == 1
    assert crossing_rules([html]) == ":root:has(#s-two:target) [data-of=s-two]{background:var(--lit)}\n"


def test_two_marks_of_one_place_both_stand():
    marks = [Mark(0, 3, "k time", "s-a", "c-a", "x"), Mark(0, 3, "k figure", "s-b", "c-b", "y")]
    html, page = read("abc", marks)
    assert page.words("s-a") == page.words("s-b") == "abc"
    assert "data-of" not in html


def test_paragraphs_are_the_lines_of_the_text():
    html, _ = read("Un.\n\nDeux.\r\n  Trois.\n", [])
    assert re.findall(r"<p>(.*?)</p>", html, re.S) == ["Un.", "Deux.\r", "Trois."]


def test_a_mark_outside_the_text_is_left_out():
    html, _ = read("abc", [Mark(2, 9, "k time", "s-x", "c-x", "x")])
    assert "s-x" not in html


def test_the_words_around_stop_at_the_sentence():
    text = "Le pont est fermé. Il rouvrira mardi matin. Rien d'autre."
    start = text.index("mardi")
    assert before(text, start) == "Il rouvrira "
    assert after(text, start + 5) == " matin."


def test_the_words_around_are_cut_at_a_word_and_say_so():
    text = "mot " * 60 + "mardi " + "mot " * 60
    start = text.index("mardi")
    assert before(text, start).startswith("… mot")
    assert after(text, start + 5).endswith("mot…")
