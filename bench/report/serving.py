"""How soon the reading room shows a dossier, and how much it sends, in headless Chromium on loopback.

`python bench/report/serving.py story.db…` starts `recoupe serve` for each and prints: from the start of the command
to the first answer, from the first request to the first words (the server just started), then the best of three
openings with an empty cache (first paint, load, bytes of assets), and the time of one search.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

FLAGS = "--no-sandbox --headless --disable-gpu --no-first-run --disable-background-networking --disable-sync"
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
ASSETS = "performance.getEntriesByType('resource').map(e => e.decodedBodySize).reduce((a, b) => a + b, 0)"
Figures = dict[str, str]


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address of a server of its own for the dossier."""
    command = [sys.executable, "-m", "recoupe.cli.main", "serve", "--by", "Ada", str(path), "--port", "0", "--ui", "en"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert server.stdout is not None
        for line in server.stdout:
            if "http://" in line:
                yield "http://" + line.split("http://")[1].split()[0].rstrip(".")
                break
    finally:
        server.terminate()
        server.wait(10)


def answered(address: str) -> None:
    """Wait until the address answers."""
    while True:
        try:
            urllib.request.urlopen(address, timeout=30).read()
        except urllib.error.URLError:
            time.sleep(0.01)
        else:
            return


def opened(browser: Browser, address: str) -> tuple[float, float, int]:
    """First paint and load in milliseconds, bytes of assets, with an empty cache."""
    page = browser.new_context(viewport={"width": 1360, "height": 900}).new_page()
    page.goto(address, timeout=120_000)
    while not (paint := page.evaluate(PAINT)):
        page.wait_for_timeout(10)
    found = paint, page.evaluate(LOADED), page.evaluate(ASSETS)
    page.context.close()
    return found


def measure(browser: Browser, path: Path) -> Figures:
    """The figures of one dossier."""
    begun = time.perf_counter()
    with served(path) as address:
        said = time.perf_counter() - begun
        first = opened(browser, address)
        times = [opened(browser, address) for _ in range(3)]
        begun = time.perf_counter()
        answered(f"{address}search?q=port")
        search = time.perf_counter() - begun
    best = min(times)
    return {
        "ready": f"{said * 1000:.0f} ms",
        "first opening": f"{first[1]:.0f} ms",
        "first paint": f"{best[0]:.0f} ms",
        "load": f"{best[1]:.0f} ms",
        "assets": f"{best[2] / 1000:.0f} kB",
        "search": f"{search * 1000:.0f} ms",
    }


def main(paths: list[str]) -> None:
    """Print the figures of each dossier."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS.split())
        for path in map(Path, paths):
            figures = measure(browser, path)
            print(
                path.name, f"{path.stat().st_size / 1e6:.1f} MB", *(f"{k} {v}" for k, v in figures.items()), sep=" · "
            )
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
