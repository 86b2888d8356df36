"""An account added by its web address, in a real browser: from the form through the progress to the account itself."""

import contextlib
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from recoupe import pipeline
from recoupe.store import load, save
from recoupe.types import Document
from tests.serve.conftest import running

pytestmark = pytest.mark.browser

FIRST = "La digue de Morvane sera fermée lundi, a annoncé la maire, Ada Roule. Douze maisons sont prises."
PAGE = """<!doctype html><html lang="fr"><head><title>Quinze maisons touchées à Morvane</title>
<meta property="og:title" content="Quinze maisons touchées à Morvane">
<meta property="og:site_name" content="Le Phare de Morvane">
<meta property="article:published_time" content="2026-03-12T08:30:00+01:00"></head><body><article>
<h1>Quinze maisons touchées à Morvane</h1>
<p>Le préfet Ignace Delormont a déclaré jeudi que quinze maisons étaient touchées par la mer à Morvane.</p>
<p>« La digue reste ouverte », a-t-il ajouté devant les habitants réunis dans la salle des fêtes de la commune.</p>
</article></body></html>"""


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/robots.txt":
            self.send_error(404)
            return
        time.sleep(1.2 if self.path == "/slow" else 0)
        moved = {"/file": "file:///etc/hostname", "/there": "/slow"}.get(self.path)
        self.send_response(302 if moved else 200)
        self.send_header("Location", moved) if moved else self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"" if moved else PAGE.encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def path(tmp_path):
    document = Document(Document.make_id(FIRST, "La Vigie", None, "vigie.txt"), FIRST, "fr", "vigie.txt", "La Vigie")
    place = tmp_path / "story.db"
    save(pipeline.run([document]), place)
    return place


@pytest.fixture
def visit(browser, path):
    with contextlib.ExitStack() as stack:

        def go(private, script=True):
            base = stack.enter_context(running((path,), fetch=True, fetch_private=private))
            page = browser.new_context(locale="en-GB", java_script_enabled=script).new_page()
            stack.callback(page.context.close)
            page.set_default_timeout(60_000)
            page.told = []
            page.on("console", lambda message: page.told.append(message.text))
            page.goto(f"{base}/d/story/add")
            return page

        yield go


def asked(page, address):
    page.get_by_label("Addresses").fill(address)
    page.locator("section", has=page.locator("#h-url")).get_by_role("button").click()
    page.wait_for_url("**/jobs/*")


@pytest.mark.parametrize("script", [True, False])
def test_an_account_comes_in_by_its_address(visit, site, path, script):
    page = visit(private=True, script=script)
    asked(page, f"{site}/there")
    assert page.get_by_role("progressbar").is_visible()
    page.get_by_text("fetching the pages").wait_for()
    # Without scripts the page asks again every few seconds, and a step may pass in between.
    later = "loading the language models|reading the accounts" + ("" if script else r"|Done\.")
    page.get_by_text(re.compile(later)).first.wait_for()
    page.get_by_text("Done.").wait_for()
    page.get_by_role("link", name="Open the dossier").click()
    row = page.locator("#accounts li", has_text="Le Phare de Morvane").inner_text()
    assert "Quinze maisons touchées à Morvane" in row
    assert "12 March 2026" in row
    page.locator("#accounts").get_by_role("link", name="Quinze maisons").click()
    assert "La digue reste ouverte" in page.locator(".body").inner_text()
    assert page.told == []
    new = load(path).documents[1]
    assert (new.outlet, new.url, str(new.published)[:10]) == ("Le Phare de Morvane", f"{site}/slow", "2026-03-12")


@pytest.mark.parametrize(
    ("place", "private", "why"),
    [
        ("/slow", False, "it leads to a private or local machine"),
        ("/file", True, "only plain http and https addresses are fetched"),
    ],
)
def test_an_address_that_may_not_be_fetched_adds_nothing(visit, site, path, place, private, why):
    before = path.read_bytes()
    page = visit(private)
    asked(page, site + place)
    page.get_by_text("It could not be done").wait_for()
    assert why in page.locator("main").inner_text()
    assert f"{site}{place}" in page.locator("main").inner_text()
    assert path.read_bytes() == before
