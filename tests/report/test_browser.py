"""The page in a real browser: read without a script, led to its words, filtered, set side by side."""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import sample

from recoupe.report import render
from tests.serve.test_serve_access import LANDMARKS, LANGS, MOVING, NAMES, UNSEEN

pytestmark = pytest.mark.browser
DOSSIER = sample.dossier()
ROOT = Path(__file__).resolve().parents[2]
AXE = Path(os.environ.get("RECOUPE_AXE") or ROOT / "node_modules" / "axe-core" / "axe.min.js")
CONTRAST = (Path(__file__).parent / "contrast.js").read_text("utf-8")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render(DOSSIER, "en"), "utf-8")
    return path.as_uri()


@pytest.fixture
def opened(browser, address):
    pages = []

    def go(fragment="", **options):
        page = browser.new_context(**{"reduced_motion": "reduce", **options}).new_page()
        page.set_default_timeout(5000)
        page.told, page.asked = [], []
        page.on("console", lambda message: page.told.append(message.text))
        page.on("pageerror", lambda error: page.told.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(address + fragment)
        pages.append(page)
        return page

    yield go
    for page in pages:
        page.context.close()


def test_it_runs_under_its_policy_and_asks_for_nothing(opened, address):
    page = opened()
    assert page.told == []
    assert page.asked == [address]
    assert page.locator(".filter").first.is_visible()


def test_an_injected_script_does_not_run(opened):
    page = opened()
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = 1";
      const image = document.createElement("img");
      image.setAttribute("onerror", "window.ran = 1");
      image.src = "data:,";
      document.body.append(script, image);
    }""")
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("script", [True, False])
def test_every_statement_can_be_reached_and_is_seen(opened, script):
    page = opened(java_script_enabled=script)
    for statement in DOSSIER.statements[::4]:
        place = f"s-{statement.id}"
        page.goto(page.url.split("#")[0] + f"#{place}")
        page.wait_for_timeout(50)
        assert page.locator(f"#{place}").is_visible()
        box = page.locator(f"#{place}").bounding_box()
        assert box["y"] < page.viewport_size["height"]


def test_only_two_texts_show_until_another_is_asked_for(opened):
    page = opened(java_script_enabled=False)
    assert [page.locator(f"#t-{n}").is_visible() for n in range(1, 6)] == [True, True, False, False, False]
    page.locator("#show-t-4").click()
    page.locator("#t-4").wait_for(state="visible")
    assert page.locator("#show-t-4").is_checked()


def test_a_cut_mark_is_lit_in_all_its_pieces_without_a_script(opened):
    crossing = next(
        s
        for s in DOSSIER.statements
        if "Nous travaillons" in s.anchor.exact and "exploite" not in s.anchor.exact and s.kind == "wording"
    )
    place = f"s-{crossing.id}"
    page = opened(f"#{place}", java_script_enabled=False)
    colours = page.eval_on_selector_all(
        f"#{place},[data-of={place}]", "all => all.map(e => getComputedStyle(e).backgroundColor)"
    )
    assert len(colours) > 1
    assert len(set(colours)) == 1


def test_a_click_on_a_passage_leads_to_its_line(opened):
    page = opened()
    quote = next(s for s in DOSSIER.statements if s.kind == "quotation")
    page.locator(f"#s-{quote.id} .cue").click()
    assert page.url.endswith(f"#c-{quote.id}")


def test_a_relation_is_laid_side_by_side(opened):
    page = opened()
    page.locator(".card button").nth(1).click()
    link = next(link for link in DOSSIER.links if link.relation == "changed")
    for ident in (link.left, link.right):
        assert page.locator(f"#s-{ident}").is_visible()
        assert "lit" in page.locator(f"#s-{ident}").get_attribute("class")
    assert page.locator("article.text:visible").count() == 2


def test_the_filter_keeps_what_is_looked_for_and_touches_no_text(opened):
    page = opened()
    words = page.locator("#t-1 .body").inner_text()
    page.fill("#find", "quérinac")
    assert page.locator(".teller:visible").count() == 1
    page.fill("#find", "QUERINAC")
    assert page.locator(".teller:visible").count() == 1
    page.fill("#find", "")
    page.select_option("#find-kind", "unnamed")
    assert 0 < page.locator(".teller:visible").count() < page.locator(".teller").count()
    assert page.locator("#t-1 .body").inner_text() == words


def test_marks_of_a_kind_can_be_put_out(opened):
    page = opened(java_script_enabled=False)
    look = "e => getComputedStyle(e).textDecorationStyle"
    figure = page.locator("#t-1 .k.figure").first
    assert figure.evaluate(look) == "dotted"
    page.locator("#mark-figure").uncheck()
    assert figure.evaluate("e => getComputedStyle(e).textDecorationLine") == "none"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(opened, scheme):
    assert opened(color_scheme=scheme).evaluate(CONTRAST) == []


@pytest.mark.parametrize("width", [320, 390, 800, 1300, 1900])
def test_the_page_never_scrolls_sideways(opened, width):
    page = opened(viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_key_press_offers_to_skip(opened):
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def test_on_paper_every_text_is_printed(opened):
    page = opened()
    page.emulate_media(media="print")
    assert page.locator("article.text:visible").count() == 5
    assert not page.locator(".contents").is_visible()
    assert page.pdf()[:5] == b"%PDF-"


@pytest.mark.parametrize("ui", ["en", "fr"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened, tmp_path, ui, scheme):
    if not AXE.is_file():
        pytest.skip("axe-core is not there: npm install --no-save axe-core, or name it in RECOUPE_AXE")
    path = tmp_path / "report.html"
    path.write_text(render(DOSSIER, ui), "utf-8")
    page = opened(color_scheme=scheme, bypass_csp=True)
    page.goto(path.as_uri())
    page.add_script_tag(content=AXE.read_text("utf-8"))
    found = page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes[0].html]))")
    assert found == []


def test_a_contradiction_is_two_clicks_from_both_passages(opened):
    page = opened()
    page.locator(".tally a").first.click()
    page.locator(".card.contradicts button").first.click()
    link = next(link for link in DOSSIER.links if link.relation == "contradicts")
    height = page.viewport_size["height"]
    for ident in (link.left, link.right):
        mark = page.locator(f"#s-{ident}")
        assert "lit" in mark.get_attribute("class")
        box = mark.bounding_box()
        assert 0 <= box["y"] < height
    assert page.told == []


def test_figures_are_drawn_over_time_and_lead_to_their_words(opened):
    page = opened()
    mark = page.locator(".plot a[href^='#s-']").first
    where = mark.get_attribute("href")
    mark.locator("circle").click()
    assert page.url.endswith(where)
    assert page.locator(where).is_visible()


def test_a_line_of_copies_is_reached_from_each_copy(opened):
    page = opened()
    place = page.locator(".lines .outlet[id^='c-']").first.get_attribute("id")
    page.goto(page.url.split("#")[0] + f"#{place}")
    assert page.locator(f"#{place}").is_visible()


def test_the_page_is_laid_out_for_those_who_hear_it(opened):
    page = opened(reduced_motion="reduce")
    seen = page.evaluate(LANDMARKS)
    assert (seen["main"], seen["header"], seen["footer"], seen["h1"]) == (1, 1, 1, 1)
    assert seen["nav"]
    assert seen["skip"]
    assert seen["lang"] == "en"
    assert all(after <= before + 1 for before, after in zip(seen["levels"], seen["levels"][1:], strict=False))
    assert page.evaluate(LANGS, [[{"lang": d.lang, "text": d.text} for d in DOSSIER.documents], NAMES]) == []
    assert page.evaluate(MOVING) == []
    assert page.evaluate(UNSEEN) == []
