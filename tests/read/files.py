"""Files in many formats, built by code from paragraphs, for the readers' tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage

PARAGRAPHS = (
    "La maire de Morvane a annoncé mercredi que le pont du Quai serait fermé pendant trois semaines.",
    "« Nous préférons le faire maintenant », a-t-elle expliqué devant le conseil municipal.",
    "Le préfet, lui, n’a pas répondu : « L’été sera long », a-t-il seulement dit à La Vigie.",
)
ODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{body}</office:text>
</office:body></office:document-content>"""
CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>La Vigie</dc:title><dc:date>2026-03-11</dc:date></metadata><manifest>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/></spine></package>"""


def zipped(files: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    from docx import Document

    word = Document()
    for text in paragraphs[:1]:
        word.add_paragraph(text)
    grid = word.add_table(rows=len(paragraphs) - 1, cols=1)
    for row, text in zip(grid.rows, paragraphs[1:], strict=True):
        row.cells[0].text = text
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def odt(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    body = "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    return zipped({"content.xml": ODT.format(body=body)})


def rtf(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    def escaped(text: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)

    body = "\\par ".join(escaped(text) for text in paragraphs)
    return ("{\\rtf1\\ansi\\ansicpg1252 " + body + "\\par}").encode("ascii")


def eml(paragraphs: Sequence[str] = PARAGRAPHS, attached: bytes = b"") -> bytes:
    message = EmailMessage()
    message["Subject"] = "Le pont fermé trois semaines"
    message["Date"] = "Wed, 11 Mar 2026 19:40:00 -0400"
    message.set_content("\n\n".join(paragraphs), charset="cp1252", cte="quoted-printable")
    if attached:
        message.add_attachment(attached, maintype="application", subtype="octet-stream", filename="note.docx")
    return message.as_bytes()


def html(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le pont</title></head><body>'
        f"<article><h1>Le pont ferme</h1>{body}</article></body></html>"
    ).encode()


def mhtml(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://vigie.example/2026/03/11/le-pont"
    message["Subject"] = "Le pont"
    message.set_content(html(paragraphs).decode(), subtype="html", charset="utf-8")
    message.make_mixed()
    return message.as_bytes()


def epub(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    return zipped(
        {"META-INF/container.xml": CONTAINER, "OEBPS/content.opf": PACKAGE, "OEBPS/a.xhtml": html(paragraphs)}
    )


def warc(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    body = html(paragraphs)
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "WARC-Date: 2026-05-01T10:00:00Z\r\nWARC-Target-URI: https://vigie.example/le-pont\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def rss(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    body = "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in paragraphs)
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>La Vigie</title><item>'
        f"<title>Le pont</title><link>https://vigie.example/1</link><pubDate>mer., 11 mars 2026</pubDate>"
        f"<description>{body}</description></item><item><title>Bref</title><description>Court.</description></item>"
        "</channel></rss>"
    ).encode()


def pdf(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """A page of lines set one under the other, in a standard font, with its cross-reference table."""
    lines = [line for text in paragraphs for line in (*_wrapped(text), "")]
    drawn = " T* ".join(f"({_escaped(line)}) Tj" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 60 780 Td {drawn} ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def _wrapped(text: str, width: int = 70) -> list[str]:
    import textwrap

    return textwrap.wrap(text, width)


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


BUILDERS: dict[str, Callable[[Sequence[str]], bytes]] = {
    ".docx": docx,
    ".eml": eml,
    ".epub": epub,
    ".html": html,
    ".mhtml": mhtml,
    ".odt": odt,
    ".pdf": pdf,
    ".rss": rss,
    ".rtf": rtf,
    ".txt": lambda paragraphs: "\n\n".join(paragraphs).encode(),
    ".warc": warc,
}
