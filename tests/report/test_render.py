"""The report holds every statement, leads every line to its words, and stands alone."""

import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import sample  # noqa: E402
from page_reader import Page  # noqa: E402

from recoupe.errors import SetupError  # noqa: E402
from recoupe.report import render  # noqa: E402
from recoupe.types import Dossier  # noqa: E402

DOSSIER = sample.dossier()


@pytest.fixture(params=["en", "fr"])
def page(request):
    return Page(render(DOSSIER, request.param))


def test_every_link_has_its_target_and_no_id_stands_twice(page):
    assert len(page.ids) == len(set(page.ids))
    assert set(page.targets) <= set(page.ids)


def test_every_statement_has_its_words_in_a_text_and_a_line_that_leads_there(page):
    for statement in DOSSIER.statements:
        assert f"s-{statement.id}" in page.ids
        assert f"c-{statement.id}" in page.ids
        assert f"s-{statement.id}" in page.targets


def test_the_words_marked_in_the_texts_are_the_exact_words(page):
    for statement in DOSSIER.statements:
        marked = page.words(f"s-{statement.id}")
        assert "".join(marked.split()) == "".join(statement.anchor.exact.split())


def test_the_full_texts_are_unchanged(page):
    for number, document in enumerate(DOSSIER.documents, 1):
        assert page.body(f"t-{number}").split() == document.text.split()


def test_every_line_of_a_relation_is_shown_with_its_reasons(page):
    for link in DOSSIER.links:
        assert link.id in page.ids
    assert "no such code" in page.text
    assert "Agence Océanis" in page.text


def test_names_lead_to_their_mentions(page):
    assert sum(1 for target in page.targets if target.startswith("m-")) == 4


def test_headings_go_down_one_level_at_a_time(page):
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    for above, below in zip(page.headings, page.headings[1:], strict=False):
        assert below <= above + 1


def test_the_summary_is_a_plain_sentence():
    summary = re.search(r'<p class="summary">(.*?)</p>', render(DOSSIER, "fr"))[1]
    assert (
        summary == "5 récits, 7 passages attribués, 1 contradiction, 2 changements, 1 accord, 1 cas ouvert, 1 origine."
    )


def test_nothing_is_fetched_and_nothing_inline_runs_but_the_two_hashed_parts():
    html = render(DOSSIER)
    assert not re.search(r"(src|href|action)=[\"'](?!#)", html)
    assert not re.search(r"<[^>]+\sstyle=", html)
    assert not re.search(r"<[^>]+\son[a-z]+=", html)
    assert "url(" not in html and "@import" not in html
    assert re.search(
        r'http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-', html
    )


def test_french_spacing_in_the_french_interface():
    text = re.sub(
        r'<(?:article class="text"|style|script).*?</(?:article|style|script)>', "", render(DOSSIER, "fr"), flags=re.S
    )
    words = re.findall(r'<p class="(?:lede|help|none|summary)">(.*?)</p>', text) + re.findall(
        r"<h2[^>]*>(.*?)</h2>", text
    )
    assert words
    for sentence in words:
        assert not re.search(r" [:;?!»]|« ", sentence), sentence


def test_an_unknown_interface_is_a_set_up_error():
    with pytest.raises(SetupError):
        render(DOSSIER, "xx")


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_an_empty_dossier_is_a_page_too(ui):
    page = Page(render(Dossier(), ui))
    assert set(page.targets) <= set(page.ids)


def test_an_undated_account_says_what_that_leaves_open():
    html = render(DOSSIER)
    assert "no date given" in html
    assert "Times that could not be placed" in html


def test_the_same_dossier_gives_the_same_bytes_whatever_the_hash_seed():
    code = (
        f"import sys; sys.path.insert(0, {str(HERE)!r}); import sample, hashlib; from recoupe.report import render; "
        "print(hashlib.sha256(render(sample.dossier(), 'fr').encode()).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(seen) == 1


def test_five_accounts_take_under_half_a_second_and_a_megabyte():
    render(DOSSIER)
    start = time.perf_counter()
    html = render(DOSSIER)
    assert time.perf_counter() - start < 0.5
    assert len(html.encode()) < 1_000_000


def test_the_order_of_reading_does_not_need_a_model():
    code = "import sys; import recoupe.report; print(any(name.split('.')[0] == 'spacy' for name in sys.modules))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
        == "False"
    )


def test_a_link_to_a_statement_that_is_not_there_is_left_out():
    link = replace(DOSSIER.links[0], left="q-000000000000")
    assert link.id not in Page(render(replace(DOSSIER, links=(link,)))).ids


def test_many_relations_fold_and_stay_reachable():
    figures = [s for s in DOSSIER.statements if s.kind == "figure"]
    pairs = [(a, b) for n, a in enumerate(figures) for b in figures[n + 1 :]]
    links = tuple(
        replace(DOSSIER.links[0], id=f"l-{n}", left=a.id, right=b.id, relation="agrees")
        for n, (a, b) in enumerate(pairs)
    )
    html = render(replace(DOSSIER, links=links))
    assert len(pairs) > 12
    assert all(f'id="l-{n}"' in html for n in range(len(pairs)))
    assert f"Show the other {len(pairs) - 12}" in html


def test_a_person_who_decided_is_said():
    link = replace(DOSSIER.links[0], by="person:anne")
    assert "decided by a person" in render(replace(DOSSIER, links=(link,)))
    assert "decided by a person" not in render(DOSSIER)
