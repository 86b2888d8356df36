"""The nouns: plain frozen values with no language processing and no input or output."""

from recoupe.types.anchor import Anchor
from recoupe.types.claim import Certainty, Claim, Factuality, Polarity, Tense
from recoupe.types.document import Document, Published
from recoupe.types.dossier import Dossier, Issue, Stage
from recoupe.types.entity import Entity, EntityType, Mention
from recoupe.types.evidence import Evidence
from recoupe.types.ids import content_id
from recoupe.types.judgement import Decision, Judgement
from recoupe.types.link import Link, Origin, Reason, Relation
from recoupe.types.statement import Body, Json, Statement, StatementKind
from recoupe.types.value import Quantity, Timex, TimexType, Value
from recoupe.types.voice import Attribution, Gender, Number, Voice, VoiceKind
from recoupe.types.word import Word

__all__ = [
    "Anchor",
    "Attribution",
    "Body",
    "Certainty",
    "Claim",
    "Decision",
    "Document",
    "Dossier",
    "Entity",
    "EntityType",
    "Evidence",
    "Factuality",
    "Gender",
    "Issue",
    "Json",
    "Judgement",
    "Link",
    "Mention",
    "Number",
    "Origin",
    "Polarity",
    "Published",
    "Quantity",
    "Reason",
    "Relation",
    "Stage",
    "Statement",
    "StatementKind",
    "Tense",
    "Timex",
    "TimexType",
    "Value",
    "Voice",
    "VoiceKind",
    "Word",
    "content_id",
]
