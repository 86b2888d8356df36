"""Messages (.eml), mailboxes (.mbox) and web archives (.mht), by the standard library's `email`."""

from __future__ import annotations

import email
import re
from collections.abc import Iterable, Iterator
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from recoupe.errors import InputError
from recoupe.read.draft import Draft, Found, Source, clean, issue, note, sha256
from recoupe.read.encoding import decode
from recoupe.read.offsets import led
from recoupe.read.shown import plain as as_is
from recoupe.types import Evidence

FROM = re.compile(rb"^From [^\n]*\n", re.MULTILINE)
ATTACHED = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".odt", ".rtf", ".eml", ".zip")


def read(source: Source) -> Iterable[Found]:
    """The message's text as one account, and each readable attachment as an input of its own."""
    message = _message(source.data)
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    dates = tuple(_dates(message))
    title = _header(message, "subject")
    attached = list(_attachments(message, source))
    body, guess = _decoded(plain)
    if body.strip():
        text = clean(body.replace("\r\n", "\n"))
        if guess:
            yield note("encoding-guessed", guess, source.path)
        yield Draft(
            text=text, sha256=sha256(source.data), title=title, dates=dates, offsets=led(text, as_is(body)).pairs,
            published=next((found.value for found in dates), None), author=_sender(message),
        )  # fmt: skip
    elif html is not None:
        day = next((found.value for found in dates), None)
        yield _page(html, source, "message.html", title=title, published=day, author=_sender(message))
    elif not attached:
        raise InputError("empty-file", "there is no text in this message.", "Save the article as .txt.")
    yield from attached


def box(source: Source) -> Iterable[Found]:
    """Every message of a mailbox; one that cannot be read is an issue and the rest goes on."""
    starts = [match.end() for match in FROM.finditer(source.data)]
    ends = [*[match.start() for match in FROM.finditer(source.data)][1:], len(source.data)]
    if not starts:
        raise InputError("damaged", "there is no message in this mailbox.", "Export it again.")
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        yield source.member(f"{number}.eml", source.data[start:end].replace(b"\n>From ", b"\nFrom "))


def page(source: Source) -> Iterable[Found]:
    """The page of a web archive (MHTML), read like any saved page."""
    message = _message(source.data)
    where = _header(message, "snapshot-content-location") or _header(message, "content-location")
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"} and isinstance(part, EmailMessage):
            where = where or _header(part, "content-location")
            yield _page(part, source, "page.html", url=where)
            return
    yield issue(InputError("no-article", "there is no page in this web archive.", "Save it as .html."), source.path)


def _page(part: MIMEPart, source: Source, name: str, **stated: str | None) -> Source:
    """A page inside a message as its bytes, with the encoding its part states."""
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    return source.member(name, data, charset=part.get_content_charset(), **stated)


def _message(data: bytes) -> EmailMessage:
    try:
        message = email.message_from_bytes(data, policy=default)
    except Exception as err:  # the file decides what breaks inside the parser
        raise InputError("damaged", "this message cannot be read.", "Save the article as .txt.") from err
    if not message.keys():
        raise InputError("damaged", "it is not a message, whatever its name says.", "Save the article as .txt.")
    return message


def _text(part: object) -> str:
    return _decoded(part)[0]


def _decoded(part: object) -> tuple[str, str | None]:
    """The text of a part, and a sentence when its encoding was guessed."""
    if not isinstance(part, EmailMessage):
        return "", None
    data = part.get_payload(decode=True)
    return decode(data, part.get_content_charset()) if isinstance(data, bytes) and data.strip() else ("", None)


def _sender(message: EmailMessage) -> str | None:
    """The name of who sent the message; an address alone names nobody."""
    return parseaddr(_header(message, "from") or "")[0] or None


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return " ".join(str(message.get(name, "")).split()) or None
    except Exception:  # a malformed header is no reason to lose the message
        return None


def _dates(message: EmailMessage) -> Iterator[Evidence]:
    words = _header(message, "date")
    if words:
        try:
            yield Evidence("header", words, parsedate_to_datetime(words).isoformat())
        except (ValueError, TypeError, IndexError):
            yield Evidence("header", words, None)


def _attachments(message: EmailMessage, source: Source) -> Iterator[Found]:
    for number, part in enumerate(message.iter_attachments(), 1):
        name = part.get_filename() or f"{number}.eml"
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else None
            if isinstance(inner, EmailMessage):
                yield source.member(f"{number}.eml", inner.as_bytes())
        elif name.lower().endswith(ATTACHED):
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and data:
                yield source.member(name, data)
