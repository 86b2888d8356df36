"""The report: one self-contained HTML file, made from a dossier alone."""

from recoupe.report.render import render

__all__ = ["render"]
