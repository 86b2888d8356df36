"""What every request must pass and every answer carries, before any page is asked."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from recoupe.serve.settings import Settings

SESSION, KEY = "recoupe_session", "recoupe_key"
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
MARGIN = 100_000  # of a form, beside the file in it
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Not `no-referrer`: a browser then sends `Origin: null` with our own forms, and the check below would be blind.
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class TooLarge(Exception):
    """The body is longer than what is taken."""


class Guard:
    """The gate around the application: host, token, origin, size; and the session each form's token is made from."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self._secret = secrets.token_bytes(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookies = _cookies(headers)
        session = cookies.get(SESSION, "")
        fresh = "" if _plausible(session) else secrets.token_urlsafe(24)
        scope.setdefault("state", {})
        scope["state"]["csrf"] = self.form_token(fresh or session)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    out.setdefault(name, value)
                out.setdefault("cache-control", "private, no-cache")
                if fresh:
                    out.append("set-cookie", f"{SESSION}={fresh}; Path=/; HttpOnly; SameSite=Strict")
            await send(message)

        refused = self._refused(scope, headers, cookies)
        if refused is not None:
            await refused(scope, receive, answer)
            return
        try:
            await self.app(scope, self._limited(receive), answer)
        except TooLarge:
            await PlainTextResponse("too large", 413)(scope, receive, answer)

    def form_token(self, session: str) -> str:
        """The token the forms of one session carry."""
        return hmac.new(self._secret, b"form" + session.encode(), hashlib.sha256).hexdigest()

    def _refused(self, scope: Scope, headers: Headers, cookies: dict[str, str]) -> Response | None:
        if headers.get("host", "").lower() not in self.settings.hosts:
            return PlainTextResponse("this name does not lead here", 421)
        refused = self._without_token(scope, headers, cookies)
        if refused is not None:
            return refused
        if scope["method"] not in SAFE_METHODS and not self._own(scope, headers):
            return PlainTextResponse("another site sent this", 403)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self.settings.max_bytes + MARGIN:
            return PlainTextResponse("too large", 413)
        return None

    def _own(self, scope: Scope, headers: Headers) -> bool:
        """The request does not come from another site's page."""
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        origin = headers.get("origin")
        return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()

    def _without_token(self, scope: Scope, headers: Headers, cookies: dict[str, str]) -> Response | None:
        token = self.settings.token
        if token is None:
            return None
        key = hashlib.sha256(token.encode()).hexdigest()
        bearer = headers.get("authorization", "")
        if _same(bearer, f"Bearer {token}"):
            scope["state"]["bearer"] = True
            return None
        if _same(cookies.get(KEY, ""), key):
            return None
        asked = dict(parse_qsl(scope.get("query_string", b"").decode("latin-1")))
        if scope["method"] == "GET" and _same(asked.get("token", ""), token):
            # The token leaves the address bar at once, so that it stays in no history and no screenshot.
            response = RedirectResponse(scope["path"] if not scope["path"].startswith("//") else "/", 303)
            response.set_cookie(KEY, key, httponly=True, samesite="strict", path="/")
            return response
        return PlainTextResponse("a token is needed: open the address that recoupe printed when it started", 401)

    def _limited(self, receive: Receive) -> Receive:
        taken = 0

        async def limited() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.settings.max_bytes + MARGIN:
                raise TooLarge
            return message

        return limited


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def _plausible(session: str) -> bool:
    return 20 <= len(session) <= 64 and session.replace("-", "").replace("_", "").isalnum()


def _cookies(headers: Headers) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}
