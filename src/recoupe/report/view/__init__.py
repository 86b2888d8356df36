"""View models: the dossier as plain rows, one small module per part of the report."""
