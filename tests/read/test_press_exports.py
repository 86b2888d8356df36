"""Exports of press databases: each article with its outlet, date and title, in every layout they come in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from recoupe.read import ReadOptions, read
from tests.read import files

BODY = ("La maire de Morvane a dit non, mardi, devant le conseil municipal.", "« Jamais », a-t-elle ajouté.")
SECOND = ("Le préfet a dit oui, jeudi, devant la presse réunie.", "Les travaux commenceront lundi.")


def europresse(*articles: tuple[str, str, str, tuple[str, ...]]) -> bytes:
    parts = [
        f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">{outlet}</span></div>'
        f'<span class="DocHeader">{header}</span><div class="titreArticle"><p>{title}</p></div>'
        f'</header><section><div class="docOcurrContainer">{"".join(f"<p>{text}</p>" for text in body)}</div></section>'
        f'<footer><div class="publiC-lblNodoc">news·20260312·XX·4711</div></footer></article>'
        for outlet, header, title, body in articles
    ]
    return f"<html><head><meta charset='utf-8'></head><body>{''.join(parts)}</body></html>".encode()


FACTIVA = [
    "Région", "Le pont ferme trois semaines", "Par Ada Roule", "412 mots", "11 mars 2026", "19:40", "La Vigie", "VIGIE",
    "4", "Français", "© 2026 La Vigie. Tous droits réservés.", *BODY, "Document VIGIE00020260311em3b0001a",
    "HD Le préfet dit oui", "WC 230 mots", "PD 12 mars 2026", "ET 08:05", "SN Le Quotidien", "LA Français", "LP",
    SECOND[0], "TD", SECOND[1], "CO morv : Ville de Morvane", "AN", "Document QUOT000020260312em3c0002b",
]  # fmt: skip
NEXIS = [
    "Date and Time: Friday, March 13, 2026 10:00 AM CET", "Job Number: 1", "Documents (2)", "1. The bridge closes",
    "Client/Matter: -None-", "Search Terms: bridge", "The bridge closes", "The Morvane Ledger",
    "March 11, 2026 Wednesday", "Copyright 2026 The Morvane Ledger All Rights Reserved", "Section: NEWS; Pg. 4",
    "Length: 412 words", "Byline: Ada Roule", "Body", "The mayor said no on Tuesday before the council.",
    "“Never,” she added.", "Load-Date: March 12, 2026", "End of Document", "Le préfet dit oui", "Le Quotidien",
    "12 mars 2026", "Longueur: 230 mots", "Corps", *SECOND, "Date de chargement: 13 mars 2026", "Fin du document",
]  # fmt: skip


def one(tmp_path: Path, name: str, data: bytes):
    path = tmp_path / name
    path.write_bytes(data)
    documents, issues = read([path], ReadOptions())
    return documents, [issue.code for issue in issues]


def test_europresse(tmp_path: Path) -> None:
    page = europresse(
        ("La Vigie, no. 1234", "Région, mercredi 11 mars 2026 412 mots, p. 4", "Le pont ferme", BODY),
        ("Le Quotidien (site web)", "Politique, jeudi 12 mars 2026 - 08:05 CET 230 mots", "Le préfet dit oui", SECOND),
        ("L'Écho", "samedi", "Vide", ()),
    )
    documents, codes = one(tmp_path, "export.html", page)
    told = [(d.outlet, d.published, d.title) for d in documents]
    assert told[0] == ("La Vigie", dt.date(2026, 3, 11), "Le pont ferme")
    assert told[1][::2] == ("Le Quotidien", "Le préfet dit oui")
    assert documents[1].published == dt.datetime(2026, 3, 12, 8, 5)
    assert [d.text for d in documents] == ["\n\n".join(BODY), "\n\n".join(SECOND)]
    assert codes == ["empty-file"]


EUROPRESSE = [
    "La Vigie, no. 1234", "Région, mercredi 11 mars 2026 412 mots, p. 4", "Le pont ferme", "Par Ada Roule", *BODY,
    "© 2026 La Vigie. Tous droits réservés.", "news·20260311·VIG·4711", "Le Quotidien (site web)",
    "Politique, jeudi 12 mars 2026 - 08:05 CET 230 mots", "Le préfet dit oui", *SECOND, "news·20260312·QUO·4712",
]  # fmt: skip


def page(lines: list[str]) -> bytes:
    body = "".join(f"<div><p>{line}</p></div>" for line in lines)
    return f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode()


BUILDERS = {**files.BUILDERS, ".html": page, ".txt": lambda lines: "\n".join(lines).encode()}


@pytest.mark.parametrize("suffix", [".docx", ".rtf", ".odt", ".txt"])
def test_europresse_as_lines(tmp_path: Path, suffix: str) -> None:
    documents, codes = one(tmp_path, f"export{suffix}", BUILDERS[suffix](EUROPRESSE))
    assert [(d.outlet, d.published, d.title, d.author) for d in documents] == [
        ("La Vigie", dt.date(2026, 3, 11), "Le pont ferme", "Ada Roule"),
        ("Le Quotidien", dt.datetime(2026, 3, 12, 8, 5), "Le préfet dit oui", None),
    ]
    assert [d.text for d in documents] == ["\n\n".join(BODY), "\n\n".join(SECOND)]
    assert codes == []


def test_factiva_as_a_page(tmp_path: Path) -> None:
    first, second = FACTIVA[:14], FACTIVA[14:]
    assert first[-1].startswith("Document ")
    blocks = ("".join(f"<p>{line}</p>" for line in lines) for lines in (first, second))
    body = "".join(f'<div class="article frArticle">{block}</div>' for block in blocks)
    documents, codes = one(tmp_path, "export.html", f"<html><body>{body}</body></html>".encode())
    assert [(d.outlet, d.title, d.author) for d in documents] == [
        ("La Vigie", "Le pont ferme trois semaines", "Ada Roule"), ("Le Quotidien", "Le préfet dit oui", None),
    ]  # fmt: skip
    assert codes == []


@pytest.mark.parametrize("line", ["End of Document", "news·20260311·VIG·4711", "Document VIGIE00020260311em3b0001a"])
def test_a_closing_line_alone_makes_no_export(tmp_path: Path, line: str) -> None:
    documents, _ = one(tmp_path, "a.txt", "\n".join((*BODY, line)).encode())
    assert len(documents) == 1


@pytest.mark.parametrize("suffix", [".docx", ".rtf", ".odt"])
def test_factiva(tmp_path: Path, suffix: str) -> None:
    documents, codes = one(tmp_path, f"export{suffix}", files.BUILDERS[suffix](FACTIVA))
    assert [(d.outlet, d.published, d.title) for d in documents] == [
        ("La Vigie", dt.datetime(2026, 3, 11, 19, 40), "Le pont ferme trois semaines"),
        ("Le Quotidien", dt.datetime(2026, 3, 12, 8, 5), "Le préfet dit oui"),
    ]
    assert [d.text for d in documents] == ["\n\n".join(BODY), "\n\n".join(SECOND)]
    assert codes == []


@pytest.mark.parametrize("suffix", [".docx", ".rtf", ".odt", ".html", ".txt"])
def test_nexis(tmp_path: Path, suffix: str) -> None:
    documents, codes = one(tmp_path, f"export{suffix}", BUILDERS[suffix](NEXIS))
    assert [(d.outlet, d.published, d.title, d.lang) for d in documents] == [
        ("The Morvane Ledger", dt.date(2026, 3, 11), "The bridge closes", "en"),
        ("Le Quotidien", dt.date(2026, 3, 12), "Le préfet dit oui", "fr"),
    ]
    assert documents[0].text == "The mayor said no on Tuesday before the council.\n\n“Never,” she added."
    assert documents[1].path.endswith(f"export{suffix}#2")
    assert codes == []


def test_an_ordinary_article_that_ends_with_a_document_line_is_one_account(tmp_path: Path) -> None:
    documents, _ = one(tmp_path, "a.docx", files.docx((*BODY, "Document remis au conseil.")))
    assert len(documents) == 1
