"""From files to documents, or to an issue saying why not: one file per format."""
