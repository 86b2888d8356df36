"""The report as a document of blocks, for the formats an editor works in."""

from recoupe.report.outline.document import outline

__all__ = ["outline"]
