"""How long a report takes to open in headless Chromium, and how large it is.

`python bench/report/opening.py report.html…` prints, for each: size, load, first paint, and the time of one filter.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FLAGS = "--no-sandbox --headless --disable-gpu --no-first-run --disable-background-networking --disable-sync"
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
SEARCH = """() => { const box = document.querySelector('#find'); const from = performance.now();
box.value = 'port'; box.dispatchEvent(new Event('input')); document.body.offsetHeight;
return performance.now() - from; }"""
JUMP = """() => { const from = performance.now(); location.hash = document.querySelector('.k[id]').id;
document.body.offsetHeight; return performance.now() - from; }"""


def main(paths: list[str]) -> None:
    """Open each report once, in a browser of its own."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as play:
        for path in map(Path, paths):
            browser = play.chromium.launch(executable_path=chromium, args=FLAGS.split())
            page = browser.new_page(viewport={"width": 1360, "height": 900})
            page.goto(path.resolve().as_uri())
            figures = [page.evaluate(code) for code in (LOADED, PAINT, SEARCH, JUMP)]
            print(path.name, f"{path.stat().st_size / 1e6:.1f} MB", *(f"{value:.0f} ms" for value in figures))
            browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
