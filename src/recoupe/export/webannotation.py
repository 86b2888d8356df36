"""A W3C Web Annotation page (Recommendation of 23 February 2017): every statement an annotation on its account."""

from __future__ import annotations

import json
from collections.abc import Iterator

from recoupe.export.rows import statement_row
from recoupe.types import Document, Dossier, Json, Statement

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
HEAD = ("type", "id", "document", "start", "end")


def write(dossier: Dossier, kind: str | None = None) -> Iterator[str]:
    """One AnnotationPage; each target has a position selector and a quote selector."""
    documents = {document.id: document for document in dossier.documents}
    items: list[Json] = [
        _annotation(statement, documents[statement.anchor.document])
        for statement in dossier.statements
        if kind in {None, statement.kind}
    ]
    page: Json = {"@context": CONTEXT, "type": "AnnotationPage", "id": "urn:recoupe:statements", "items": items}
    yield json.dumps(page, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _annotation(statement: Statement, document: Document) -> Json:
    anchor = statement.anchor
    fields = {key: value for key, value in statement_row(statement).items() if key not in HEAD}
    return {
        "id": f"urn:recoupe:{statement.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": statement.kind},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": json.dumps(fields, ensure_ascii=False, allow_nan=False),
            },
        ],
        "target": {
            "source": document.url or f"urn:recoupe:{document.id}",
            "selector": [
                {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": anchor.exact,
                    "prefix": anchor.prefix,
                    "suffix": anchor.suffix,
                },
            ],
        },
    }
