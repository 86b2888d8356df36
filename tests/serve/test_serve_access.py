"""What axe-core does not look at: landmarks, one heading, languages of passages, stillness, every control by keys."""

import pytest

from recoupe.store import load, save
from tests.report.sample import dossier
from tests.serve.conftest import running

pytestmark = pytest.mark.browser

KEY = "story"
PLACES = (
    "", "relations", "matters", "said", "figures", "promises", "timeline", "events", "origins", "remarks", "names",
    "method", "text/1", "text/4", "side?left=1&right=4", "add", "journal", "search?q=quai", "nothing",
)  # fmt: skip
LANDMARKS = """() => ({
  main: document.querySelectorAll('main').length, header: document.querySelectorAll('body > header').length,
  footer: document.querySelectorAll('body > footer').length, h1: document.querySelectorAll('h1').length,
  nav: [...document.querySelectorAll('nav')].every(n => n.matches('[aria-label], [aria-labelledby]')),
  skip: document.querySelector('body > :first-child').matches('a.skip[href="#main"]'),
  levels: [...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1]),
  lang: document.documentElement.lang, title: document.title,
})"""
NAMES = [d.outlet for d in dossier().documents]  # proper names have no language of their own
# Words of an account in another language than the page's: each stretch of text found in an account, and its language.
LANGS = """([accounts, names]) => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const text = node.data.trim(), holder = node.parentElement;
    if (text.split(/\\s+/).length < 3 || names.includes(text) || holder.closest('title, script, option, svg')) continue;
    const langs = new Set(accounts.filter(a => a.text.includes(text)).map(a => a.lang));
    const lang = holder.closest('[lang]').lang;
    if (langs.size === 1 && !langs.has(lang)) found.push([lang, text, holder.outerHTML.slice(0, 120)]);
  }
  return found;
}"""
MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
  const style = getComputedStyle(e);
  return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0
    || style.scrollBehavior === 'smooth';
}).map(e => e.outerHTML.slice(0, 80))"""
CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
UNSEEN = f"""() => [...document.querySelectorAll("{CONTROLS}")].filter(e => {{
  if (!e.checkVisibility({{visibilityProperty: true}}) || e.disabled) return false;
  e.focus();
  return document.activeElement !== e || e.tabIndex < 0;
}}).map(e => e.outerHTML.slice(0, 100))"""
CLICKED = """() => [...document.querySelectorAll('[onclick]')].length"""


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    place = tmp_path_factory.mktemp("access")
    save(dossier(), place / f"{KEY}.db")
    with running((place,)) as address:
        yield f"{address}/d/{KEY}/"


@pytest.fixture(scope="module")
def accounts(tmp_path_factory):
    place = tmp_path_factory.mktemp("accounts") / "x.db"
    save(dossier(), place)
    return [{"lang": d.lang, "text": d.text} for d in load(place).documents]


@pytest.fixture
def page(browser):
    context = browser.new_context(locale="en-GB", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def every_place(page, base):
    for place in PLACES:
        page.goto(base + place)
        yield place
    for section, spot in (
        ("relations", "a[href*='/pair/']"),
        ("said", ".say a"),
        ("matters", "a.matter"),
        ("names", "th a"),
    ):
        page.goto(base + section)
        page.goto(page.evaluate("s => document.querySelector(s).href", spot))
        yield f"{section} {spot}"


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_every_page_has_its_landmarks_and_one_heading(page, base, ui):
    page.goto(base.split("/d/")[0] + f"/ui/{ui}")
    for place in every_place(page, base):
        seen = page.evaluate(LANDMARKS)
        assert (seen["main"], seen["header"], seen["footer"], seen["h1"]) == (1, 1, 1, 1), place
        assert seen["nav"], place
        assert seen["skip"], place
        assert seen["lang"] == ui
        assert seen["title"]
        steps = zip(seen["levels"], seen["levels"][1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), (place, seen["levels"])


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_every_passage_is_in_its_own_language(page, base, accounts, ui):
    assert {account["lang"] for account in accounts} == {"en", "fr"}
    page.goto(base.split("/d/")[0] + f"/ui/{ui}")
    found = {place: wrong for place in every_place(page, base) if (wrong := page.evaluate(LANGS, [accounts, NAMES]))}
    assert found == {}


def test_nothing_moves_for_who_asked_for_stillness(page, base):
    for place in every_place(page, base):
        assert page.evaluate(MOVING) == [], place


def test_every_control_is_reached_and_none_is_for_a_mouse_only(page, base):
    for place in every_place(page, base):
        assert page.evaluate(UNSEEN) == [], place
        assert page.evaluate(CLICKED) == 0


def test_tab_goes_through_the_page_in_its_order_and_back(page, base):
    page.goto(base)
    count = page.evaluate(f'[...document.querySelectorAll("{CONTROLS}")].filter(e => e.checkVisibility()).length')
    assert page.evaluate("[...document.querySelectorAll('[tabindex]')].every(e => e.tabIndex < 1)")
    seen = []
    for _ in range(count):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert seen == sorted(seen)
    assert len(set(seen)) == count
