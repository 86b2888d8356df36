"""The reference screenshots, of the example story: `python docs/images/make.py` (it needs Chromium and Playwright)."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "bench" / "report"))

from serving import FLAGS, served  # noqa: E402  # a script beside this one's own folder

REPORT = {"overview": "", "relations": "#relations", "figures": "#figures"}
ROOM = {"overview": "", "relations": "relations", "add": "add"}
INSIDE = {"pair": ("relations", "a[href*='/pair/']"), "passage": ("said", ".say a")}


def shot(browser: Browser, address: str, name: str, size: tuple[int, int], click: str = "") -> None:
    """One picture of what a reader with a French browser sees."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, locale="fr-FR", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address)
    if click:
        page.locator(click).first.click()
    page.wait_for_timeout(400)
    page.screenshot(path=HERE / f"{name}.png")
    context.close()


def main() -> None:
    """Make the dossier and its report in a folder that is thrown away, and take the pictures."""
    recoupe = [sys.executable, "-m", "recoupe.cli.main"]
    with tempfile.TemporaryDirectory() as place, sync_playwright() as play:
        story, report = Path(place) / "port-salines.db", Path(place) / "report.html"
        manifest = ROOT / "examples" / "port-salines" / "manifest.toml"
        subprocess.run([*recoupe, "run", "--manifest", str(manifest), "-o", str(story)], check=True)
        subprocess.run([*recoupe, "report", str(story), "--ui", "fr", "-o", str(report)], check=True)
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS.split())
        for name, fragment in REPORT.items():
            shot(browser, report.as_uri() + fragment, f"report-{name}", (1280, 820))
        shot(browser, report.as_uri() + "#relations", "report-side-by-side", (1280, 820), ".card button")
        with served(story) as address:
            room = address if "/d/" in address else f"{address}d/port-salines/"
            for name, section in ROOM.items():
                shot(browser, room + section, f"reading-room-{name}", (1440, 900))
            shot(browser, room, "reading-room-narrow", (390, 844))
            for name, (section, spot) in INSIDE.items():
                shot(browser, room + section, f"reading-room-{name}", (1440, 900), spot)
        browser.close()


if __name__ == "__main__":
    main()
