"""Fetching as a good guest: robots.txt is asked first and obeyed, and a site is never asked twice at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.robotparser import RobotFileParser

from recoupe.errors import InputError
from recoupe.read.web.get import AGENT, REDIRECTS, Answer, Limits, get, step
from recoupe.read.web.guard import target

PAUSE = 1.0
LONGEST = 30.0


class Guest:
    """Answers of sites, `pause` seconds apart for each site, or as many as its robots.txt asks for."""

    def __init__(self, limits: Limits, pause: float = PAUSE, sleep: Callable[[float], None] = time.sleep) -> None:
        self._limits, self._pause, self._sleep = limits, pause, sleep
        self._rules: dict[str, RobotFileParser | None] = {}
        self._free: dict[str, float] = {}

    def get(self, url: str) -> Answer:
        """The page; raises InputError when it may not be fetched, robots.txt forbids it, or it answers an error.

        Every redirect is a request of its own: its address, its site's rules and its site's pause count anew.
        """
        for _ in range(REDIRECTS + 1):
            origin = target(url, self._limits.private).origin
            self._may(url, origin)
            self._wait(origin)
            answer, moved = step(url, self._limits)
            if moved is None:
                if answer.status != 200:
                    raise InputError("unreachable", f"it answered {answer.status}.", "Check the address.")
                return answer
            url = moved
        raise InputError("unreachable", f"it redirects more than {REDIRECTS} times.", "Check the address.")

    def _may(self, url: str, origin: str) -> None:
        if origin not in self._rules:
            self._rules[origin] = self._robots(origin)
        rules = self._rules[origin]
        if rules is None or not rules.can_fetch(AGENT, url):
            raise InputError("robots", "its site asks that it not be fetched (robots.txt).", "Save it by hand.")

    def _robots(self, origin: str) -> RobotFileParser | None:
        """The site's rules (RFC 9309): none when it has no file, everything forbidden when it cannot answer."""
        self._wait(origin)
        try:
            answer = get(f"{origin}/robots.txt", self._limits)
        except InputError:
            return None
        rules = RobotFileParser()
        if answer.status >= 500:
            return None
        rules.parse(answer.data.decode("utf-8", "replace").splitlines() if answer.status == 200 else [])
        return rules

    def _wait(self, origin: str) -> None:
        now = time.monotonic()
        free = self._free.get(origin, now)
        if free > now:
            self._sleep(free - now)
        rules = self._rules.get(origin)
        asked = rules.crawl_delay(AGENT) if rules is not None else None
        self._free[origin] = max(free, now) + min(LONGEST, max(self._pause, float(asked or 0)))
