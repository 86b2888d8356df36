"""The dossier as one SQLite file."""
