"""The dossier as one SQLite file that plain SQL can read: `save`, `load`, `verify`, `judge`."""

from recoupe.store.judgements import Judgement, judge, judgements
from recoupe.store.load import load
from recoupe.store.save import save
from recoupe.store.verify import Fault, Verified, verify

__all__ = ["Fault", "Judgement", "Verified", "judge", "judgements", "load", "save", "verify"]
