"""Writing a dossier out: one file a format; the registry says which formats there are."""

from recoupe.export.registry import FORMATS, Format
from recoupe.export.rows import rows

__all__ = ["FORMATS", "Format", "rows"]
