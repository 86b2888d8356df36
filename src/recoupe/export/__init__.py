"""The dossier in formats other tools read: one file per format."""
