"""Nothing an account holds can act on the page: it is text, and shown as text."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from page_reader import Page

from recoupe.kinds.fault.body import FaultBody
from recoupe.report import render
from recoupe.report.safe import key, plain, shown
from recoupe.types import (
    Attribution,
    Document,
    Dossier,
    Entity,
    Issue,
    Link,
    Mention,
    Origin,
    Reason,
    Statement,
    Voice,
)

ATTACKS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }}{% for x in y %}",
    "javascript:alert(1)",
    "]]><!--",
    "&lt;script&gt;",
]


def hostile(attack):
    text = f"Le maire {attack} a dit : « {attack} ».\n\n{attack}"
    document = Document("d<1>", text, "fr", f"{attack}.txt", attack, attack, attack)
    other = Document('d"2', text, 'en" onload="x', "b.txt", attack[::-1], None, None)
    made = []
    for doc in (document, other):
        anchor = doc.anchor(9, 9 + len(attack))
        voice = Voice("named", anchor, attack)
        made.append(Statement(f'f-"{doc.id}', "fault", anchor, FaultBody("garbled"), Attribution(voice, via=attack)))
    link = Link(
        'l-"><b>',
        made[0].id,
        made[1].id,
        "contradicts",
        (Reason(attack, ((attack, attack),), (made[0].anchor,)),),
        attack,
        1.0,
        attack,
    )
    return Dossier(
        (document, other),
        tuple(made),
        (Entity("n-<", attack, "PER", (Mention(made[0].anchor, "PER"),)),),
        (link,),
        (Origin("o-<", attack, (document.id, made[0].id), attack),),
        (Issue.make("read", attack, attack, None, attack),),
        {attack: attack},
    )


@pytest.mark.parametrize("ui", ["en", "fr"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_shown_and_does_nothing(attack, ui):
    clean, html = render(Dossier(), ui), render(hostile(attack), ui)
    assert html.count("<script") == clean.count("<script") == 1
    assert html.count("</script") == 1
    assert html.count("<style") == html.count("</style") == 1 + html.count("<noscript>") <= 2
    page = Page(html)
    assert not page.acting
    assert attack in page.text
    assert set(page.targets) <= set(page.ids)
    assert all(character.isalnum() or character in "-_" for ident in page.ids for character in ident)


def test_controls_that_reorder_or_hide_are_shown_by_their_code():
    text = "paid \u202e000 1\u202c euros\u200f\u0000\u2066"
    html = shown(text)
    assert not any(control in html for control in "\u202e\u202c\u200f\u0000\u2066")
    assert html.count('class="ctl"') == 5
    assert "U+202E" in html


def test_controls_reach_neither_the_page_nor_its_attributes():
    html = render(hostile("abc\u202egpj.exe\u0007"))
    assert "\u202e" not in html
    assert "\u0007" not in html


def test_ordinary_text_is_left_alone():
    assert shown("L'été, « déjà »\u00a0: 5 < 6\tok\n") == "L&#39;été, « déjà »\u00a0: 5 &lt; 6\tok\n"


def test_keys_and_attributes_are_plain():
    assert key('a"b c<d') == "a_b_c_d"
    assert key("q-0123456789ab") == "q-0123456789ab"
    assert plain(" a\n\u202e b ") == "a \ufffd b"


def test_a_line_of_a_megabyte_and_control_characters_are_shown_whole():
    line = "<b onclick=alert(1)>" + "é" * 1_000_000
    text = f"Avant \u0000\u202e après.\n{line}\njavascript:alert(2)"
    html = render(Dossier((Document("d-1", text, "fr"),)), "fr")
    assert not any(control in html for control in "\u0000\u202e")
    page = Page(html)
    assert not page.acting
    assert line in page.text
